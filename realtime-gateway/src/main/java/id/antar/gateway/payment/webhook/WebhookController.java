package id.antar.gateway.payment.webhook;

import static id.antar.gateway.edge.engine.Operators.timeLimited;

import id.antar.gateway.edge.address.ClientAddress;
import id.antar.gateway.edge.problem.Problem;
import id.antar.gateway.edge.problem.ProblemOf;
import id.antar.gateway.payment.webhook.KeepWebhook.Delivery;
import id.antar.gateway.payment.webhook.KeepWebhook.Kept;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/// Where payment providers deliver. What is theirs is kept and answered; what it means is found out
/// later, by asking the provider.
@RestController
final class WebhookController {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Problem FORGED =
      Problem.of(401, "webhook-refused", "This is not signed by whom it should be from.");

  private final Map<WebhookProvider, VerifyWebhook> verifiers;
  private final KeepWebhook memory;
  private final Intake intake;
  private final int maxBody;
  private final MeterRegistry meters;

  WebhookController(
      Map<WebhookProvider, VerifyWebhook> verifiers,
      KeepWebhook memory,
      Intake intake,
      DataSize maxBody,
      MeterRegistry meters) {
    this.verifiers = Map.copyOf(verifiers);
    this.memory = memory;
    this.intake = intake;
    this.maxBody = (int) maxBody.toBytes();
    this.meters = meters;
  }

  record Received(boolean received) {}

  @PostMapping("/v1/webhooks/{provider:midtrans|xendit|sandbox}")
  Mono<Received> receive(@PathVariable String provider, ServerWebExchange exchange) {
    var from = WebhookProvider.find(provider).orElseThrow();
    return body(exchange.getRequest())
        .flatMap(body -> take(from, exchange, body))
        .map(_ -> new Received(true));
  }

  private Mono<Kept> take(WebhookProvider from, ServerWebExchange exchange, byte[] body) {
    return Optional.ofNullable(verifiers.get(from))
        .flatMap(verifier -> verifier.verify(exchange.getRequest().getHeaders(), body))
        .map(delivery -> keep(from, delivery))
        .orElseGet(() -> refused(from, ClientAddress.of(exchange).network()));
  }

  private Mono<Kept> keep(WebhookProvider from, Delivery delivery) {
    return memory
        .keep(delivery)
        .doOnNext(kept -> count(from, kept.name().toLowerCase(Locale.ROOT)));
  }

  /// What is signed is never too much: behind a proxy it may come from where forgeries come from.
  private Mono<Kept> refused(WebhookProvider from, String network) {
    boolean tooMany = !intake.admits(network, System.nanoTime());
    count(from, tooMany ? "limited" : "refused");
    return Mono.error((tooMany ? tooMany() : FORGED).asException());
  }

  private Mono<byte[]> body(ServerHttpRequest request) {
    if (request.getHeaders().getContentLength() > maxBody) {
      return Mono.error(ProblemOf.tooLarge().asException());
    }
    return DataBufferUtils.join(request.getBody(), maxBody)
        .onErrorMap(DataBufferLimitException.class, _ -> ProblemOf.tooLarge().asException())
        .map(WebhookController::bytes)
        .defaultIfEmpty(new byte[0])
        .transformDeferred(timeLimited(PATIENCE));
  }

  private static byte[] bytes(DataBuffer buffer) {
    byte[] bytes = new byte[buffer.readableByteCount()];
    buffer.read(bytes);
    DataBufferUtils.release(buffer);
    return bytes;
  }

  private static Problem tooMany() {
    return Problem.of(429, "too-many-webhooks", "That is more than is refused to one address.")
        .retryAfter(Duration.ofSeconds(1));
  }

  private void count(WebhookProvider provider, String outcome) {
    meters
        .counter("antar.webhook.deliveries", "provider", provider.word(), "outcome", outcome)
        .increment();
  }
}
