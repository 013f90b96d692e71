package id.antar.gateway.identity.account;

import id.antar.api.account.AccountRejection.InvalidRefreshToken;
import id.antar.gateway.edge.guard.CookieGuard;
import id.antar.gateway.edge.limit.LimitBySession;
import id.antar.gateway.edge.problem.Problem;
import id.antar.gateway.edge.request.Done;
import id.antar.gateway.identity.account.SessionController.Credentials;
import id.antar.gateway.identity.account.SessionController.Refresh;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpCookie;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/// The console's sessions: as all others, but the refresh token is in a cookie that no script can
/// read. [CookieGuard] has whoever sends it prove that a page of ours did.
@RestController
final class ConsoleSessionController {

  private final SessionController sessions;
  private final ConsoleCookies cookies;
  private final LimitBySession requests;

  ConsoleSessionController(
      SessionController sessions, ConsoleCookies cookies, LimitBySession requests) {
    this.sessions = sessions;
    this.cookies = cookies;
    this.requests = requests;
  }

  record SignIn(String email, String password, @Nullable String code) {
    Credentials on(@Nullable String device) {
      return new Credentials(email, password, code, device);
    }

    @Override
    public String toString() {
      return "SignIn[]";
    }
  }

  @PostMapping("/console/session")
  Mono<SignedIn> signIn(ServerWebExchange exchange, @RequestBody SignIn body) {
    return sessions
        .signIn(exchange, body.on(shown(exchange, ConsoleCookies.DEVICE)))
        .map(answer -> keep(exchange, answer));
  }

  @PostMapping("/console/session/refresh")
  Mono<SignedIn> refresh(ServerWebExchange exchange) {
    return Mono.justOrEmpty(shown(exchange, CookieGuard.SESSION))
        .switchIfEmpty(Mono.error(() -> Problem.of(new InvalidRefreshToken()).asException()))
        .flatMap(token -> sessions.refresh(exchange, new Refresh(token)))
        .map(answer -> keep(exchange, answer));
  }

  @PostMapping("/console/session/end")
  Mono<Done> end(ServerWebExchange exchange) {
    cookies.drop(exchange.getResponse());
    @Nullable String token = shown(exchange, CookieGuard.SESSION);
    return token == null
        ? Mono.fromRunnable(() -> requests.takeOfStranger(exchange)).thenReturn(Done.DONE)
        : sessions.signOut(exchange, new Refresh(token));
  }

  private SignedIn keep(ServerWebExchange exchange, SignedIn answer) {
    if (answer.refreshToken() != null && answer.refreshExpiresIn() != null) {
      Duration life = Duration.ofSeconds(answer.refreshExpiresIn());
      cookies.keep(exchange.getResponse(), answer.refreshToken(), answer.deviceToken(), life);
    }
    return answer.withoutRefreshToken();
  }

  private static @Nullable String shown(ServerWebExchange exchange, String name) {
    @Nullable HttpCookie cookie = exchange.getRequest().getCookies().getFirst(name);
    return cookie == null ? null : cookie.getValue();
  }
}
