package id.antar.gateway.edge.idempotency;

import static id.antar.gateway.edge.engine.Operators.askingAgain;

import id.antar.gateway.edge.GatewayProperties;
import id.antar.gateway.edge.idempotency.RememberRequest.Answer;
import id.antar.gateway.edge.idempotency.RememberRequest.Claim;
import id.antar.gateway.edge.idempotency.RememberRequest.RequestKey;
import id.antar.gateway.edge.problem.Problem;
import id.antar.gateway.edge.problem.ProblemOf;
import id.antar.gateway.edge.problem.ProblemWriter;
import id.antar.gateway.edge.request.Caller;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/// Gives a request that carries an `Idempotency-Key` one effect and one answer, however often and
/// however simultaneously it is sent. Answers of 500 and above, and those that say nothing about
/// the request itself, are not kept: the next try may do better.
@Order(IdempotencyFilter.ORDER)
public final class IdempotencyFilter implements WebFilter {

  /// After the caller is known.
  public static final int ORDER = -50;

  private static final Logger log = LoggerFactory.getLogger(IdempotencyFilter.class);
  private static final Set<HttpMethod> CHANGING =
      Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.DELETE, HttpMethod.PATCH);
  private static final Set<Integer> NOT_KEPT = Set.of(401, 408, 413, 415, 429);

  private final RememberRequest memory;
  private final ProblemWriter problems;
  private final GatewayProperties limits;

  public IdempotencyFilter(
      RememberRequest memory, ProblemWriter problems, GatewayProperties limits) {
    this.memory = memory;
    this.problems = problems;
    this.limits = limits;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    Optional<Caller> caller = Caller.find(exchange);
    if (caller.isPresent() && hasOddKey(exchange)) {
      String message = Caller.IDEMPOTENCY_KEY + " is not 1 to 64 printable characters.";
      return Mono.error(Problem.of(400, "idempotency-key-invalid", message).asException());
    }
    return caller
        .filter(_ -> isRemembered(exchange))
        .map(known -> remembered(exchange, chain, known))
        .orElseGet(() -> chain.filter(exchange));
  }

  private static boolean hasOddKey(ServerWebExchange exchange) {
    String key = exchange.getRequest().getHeaders().getFirst(Caller.IDEMPOTENCY_KEY);
    return key != null
        && CHANGING.contains(exchange.getRequest().getMethod())
        && !Caller.isKey(key);
  }

  /// Tokens and keys are secrets, and are not kept; neither are the links that carry one, nor what
  /// somebody brings to be analysed.
  private static boolean isRemembered(ServerWebExchange exchange) {
    String path = exchange.getRequest().getPath().value();
    return CHANGING.contains(exchange.getRequest().getMethod())
        && path.startsWith("/v1/")
        && !path.startsWith("/v1/auth/")
        && !path.equals("/v1/developer/keys")
        && !path.equals("/v1/analytics/uploads")
        && !path.endsWith("/tracking-links");
  }

  private Mono<Void> remembered(ServerWebExchange exchange, WebFilterChain chain, Caller caller) {
    String key = caller.idempotencyKey();
    if (key == null) {
      return chain.filter(exchange);
    }
    return body(exchange)
        .flatMap(body -> once(exchange, chain, new RequestKey(caller.actor(), key), body));
  }

  private Mono<byte[]> body(ServerWebExchange exchange) {
    int limit = (int) limits.maxBody().toBytes();
    if (exchange.getRequest().getHeaders().getContentLength() > limit) {
      return Mono.error(ProblemOf.tooLarge().asException());
    }
    return DataBufferUtils.join(exchange.getRequest().getBody(), limit)
        .onErrorMap(DataBufferLimitException.class, _ -> ProblemOf.tooLarge().asException())
        .map(IdempotencyFilter::bytes)
        .defaultIfEmpty(new byte[0]);
  }

  private static byte[] bytes(DataBuffer buffer) {
    byte[] bytes = new byte[buffer.readableByteCount()];
    buffer.read(bytes);
    DataBufferUtils.release(buffer);
    return bytes;
  }

  private Mono<Void> once(
      ServerWebExchange exchange, WebFilterChain chain, RequestKey key, byte[] body) {
    String fingerprint = Fingerprint.of(exchange.getRequest(), body);
    return claim(key, fingerprint)
        .flatMap(claim ->
            switch (claim) {
              case Claim.Granted(var ticket) -> run(exchange, chain, key, ticket, body);
              case Claim.Answered(var answer) -> repeat(exchange, answer);
              case Claim.InProgress() -> Mono.error(stillInProgress().asException());
              case Claim.OtherRequest() -> Mono.error(reused(key).asException());
            });
  }

  /// Asks until the key is ours or answered, and no longer than patience lasts.
  private Mono<Claim> claim(RequestKey key, String fingerprint) {
    var settings = limits.idempotency();
    return Mono.defer(() -> memory.claim(key, fingerprint, settings.lease()))
        .filter(claim -> !(claim instanceof Claim.InProgress))
        .transformDeferred(askingAgain(settings.patience()))
        .defaultIfEmpty(new Claim.InProgress());
  }

  private Mono<Void> run(
      ServerWebExchange exchange,
      WebFilterChain chain,
      RequestKey key,
      String ticket,
      byte[] body) {
    var recorded = RecordedExchange.of(exchange, body, answer -> keep(key, ticket, answer));
    return chain
        .filter(recorded)
        .onErrorResume(failure -> problems.handle(recorded, failure))
        .then(Mono.defer(() -> recorded.getResponse().setComplete()))
        .doOnCancel(() -> release(key, ticket).subscribe());
  }

  private Mono<Void> keep(RequestKey key, String ticket, Answer answer) {
    if (answer.status() >= 500 || NOT_KEPT.contains(answer.status())) {
      return release(key, ticket);
    }
    return memory.remember(key, ticket, answer).onErrorResume(failure -> lost(key, failure));
  }

  private Mono<Void> release(RequestKey key, String ticket) {
    return memory.release(key, ticket).onErrorResume(failure -> lost(key, failure));
  }

  /// The request was done; a repetition will be done again and find its commands satisfied.
  private static Mono<Void> lost(RequestKey key, Throwable failure) {
    log.warn("The answer to {} of {} could not be kept.", key.key(), key.actor(), failure);
    return Mono.empty();
  }

  private static Mono<Void> repeat(ServerWebExchange exchange, Answer answer) {
    var response = exchange.getResponse();
    response.setStatusCode(HttpStatusCode.valueOf(answer.status()));
    answer.headers().forEach(response.getHeaders()::set);
    response.getHeaders().set("Idempotency-Replayed", "true");
    byte[] bytes = Fingerprint.utf8(answer.body());
    response.getHeaders().setContentLength(bytes.length);
    return response.writeWith(Mono.fromSupplier(() -> response.bufferFactory().wrap(bytes)));
  }

  private static Problem stillInProgress() {
    return Problem.of(
            409, "idempotency-key-in-use", "The first request with this key is not done yet.")
        .retryAfter(Duration.ofSeconds(1));
  }

  private static Problem reused(RequestKey key) {
    String message = "The key " + key.key() + " was sent before with another request.";
    return Problem.of(422, "idempotency-key-reused", message);
  }
}
