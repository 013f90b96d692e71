package id.antar.gateway.identity;

import id.antar.gateway.edge.problem.Problem;
import id.antar.gateway.edge.request.Caller;
import java.util.Locale;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/// Hands a route its caller, once the caller's permissions and key are what the route asks for.
final class CallerArgument implements HandlerMethodArgumentResolver {

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Caller.class;
  }

  @Override
  public Mono<Object> resolveArgument(
      MethodParameter parameter, BindingContext context, ServerWebExchange exchange) {
    return Mono.fromCallable(() -> admit(parameter, exchange));
  }

  private static Caller admit(MethodParameter route, ServerWebExchange exchange) {
    Caller caller = Caller.find(exchange).orElseThrow(() -> Unauthorized.noToken().asException());
    if (!mayCall(route, caller)) {
      throw Problem.forbidden(notFor(caller)).asException();
    }
    boolean keyNeeded =
        exchange.getRequest().getMethod() == HttpMethod.POST
            && !route.hasMethodAnnotation(Keyless.class);
    if (keyNeeded && caller.idempotencyKey() == null) {
      String message = "The header " + Caller.IDEMPOTENCY_KEY + " is missing.";
      throw Problem.of(400, "idempotency-key-missing", message).asException();
    }
    return caller;
  }

  private static String notFor(Caller caller) {
    String role = caller.actor().role().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return "This is not for the role " + role + ", or not for this key or zone.";
  }

  private static boolean mayCall(MethodParameter route, Caller caller) {
    Requires requires = route.getMethodAnnotation(Requires.class);
    return requires != null && caller.mayOneOf(requires.value());
  }
}
