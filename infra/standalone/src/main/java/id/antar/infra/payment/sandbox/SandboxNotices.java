package id.antar.infra.payment.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.antar.api.message.Ids;
import id.antar.gateway.payment.sandbox.TellSandbox.Outcome;
import id.antar.gateway.payment.webhook.Digests;
import id.antar.gateway.payment.webhook.Secret;
import id.antar.infra.payment.sandbox.SandboxBooks.Entry;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;
import tools.jackson.databind.json.JsonMapper;

/// The sandbox's own webhooks, signed, over HTTP like anybody's: once and at once, unless a
/// charge's token asks for `webhook-none`, `webhook-twice`, `webhook-late` or `webhook-shuffled`.
final class SandboxNotices {
  private static final Logger LOG = LoggerFactory.getLogger(SandboxNotices.class);
  private static final Duration LATE = Duration.ofSeconds(3);
  private static final Retry PATIENCE = Retry.backoff(4, Duration.ofMillis(500));

  private final Supplier<Optional<URI>> url;
  private final Secret secret;
  private final WebClient http = WebClient.create();
  private final JsonMapper json = JsonMapper.shared();

  /// @param url of the webhooks' route; nothing as long as nobody listens
  SandboxNotices(Supplier<Optional<URI>> url, Secret secret) {
    this.url = url;
    this.secret = secret;
  }

  /// What becomes of a charge by itself is told when it is so.
  void opened(Entry entry, Traits traits) {
    traits
        .findTimed()
        .ifPresent(timed ->
            send(traits, timed.after().plusMillis(100), List.of(body(entry, timed.then()))));
  }

  /// Shuffled, the charge's beginning is told after its end.
  void changed(Entry entry, Traits traits) {
    List<String> bodies = new ArrayList<>(List.of(body(entry, entry.status())));
    if (traits.has("webhook-shuffled")) {
      bodies.add(body(entry, Outcome.PENDING));
    }
    send(traits, Duration.ZERO, bodies);
  }

  private void send(Traits traits, Duration after, List<String> bodies) {
    Optional<URI> to = url.get();
    if (to.isEmpty() || traits.has("webhook-none")) {
      return;
    }
    Duration delay = traits.has("webhook-late") ? after.plus(LATE) : after;
    Flux.fromIterable(bodies)
        .repeat(traits.has("webhook-twice") ? 1 : 0)
        .delaySubscription(delay)
        .concatMap(body -> post(to.get(), body))
        .subscribe(_ -> {}, e -> LOG.warn("A webhook of the sandbox did not arrive.", e));
  }

  private Mono<Integer> post(URI to, String body) {
    return http.post()
        .uri(to)
        .contentType(MediaType.APPLICATION_JSON)
        .header("X-Antar-Signature", Digests.hmac(secret, body.getBytes(UTF_8)))
        .bodyValue(body)
        .retrieve()
        .toBodilessEntity()
        .map(answer -> answer.getStatusCode().value())
        .retryWhen(PATIENCE);
  }

  private String body(Entry entry, Outcome outcome) {
    return json.writeValueAsString(
        Map.of(
            "webhookId", Ids.random(),
            "chargeId", entry.chargeId().toString(),
            "status", outcome.name().toLowerCase(Locale.ROOT)));
  }
}
