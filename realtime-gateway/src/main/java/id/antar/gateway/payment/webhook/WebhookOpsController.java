package id.antar.gateway.payment.webhook;

import id.antar.api.account.Permission;
import id.antar.gateway.edge.problem.Problem;
import id.antar.gateway.edge.request.Caller;
import id.antar.gateway.edge.request.Valid;
import id.antar.gateway.identity.Requires;
import id.antar.gateway.payment.webhook.TendWebhooks.Board;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// What was delivered and could not be interpreted.
@RestController
final class WebhookOpsController {

  private final TendWebhooks webhooks;

  WebhookOpsController(TendWebhooks webhooks) {
    this.webhooks = webhooks;
  }

  record Retried(long id) {}

  @GetMapping("/v1/ops/webhooks")
  @Requires(Permission.OPS_READ)
  Mono<Board> webhooks(
      Caller caller, @RequestParam @Nullable Integer limit, @RequestParam @Nullable String cursor) {
    return webhooks.list(Valid.limit(limit), cursor == null ? Long.MAX_VALUE : place(cursor));
  }

  private static long place(String cursor) {
    return Valid.value("cursor", () -> Long.parseLong(cursor));
  }

  @PostMapping("/v1/ops/webhooks/{id}/retry")
  @Requires(Permission.OPS_RUN)
  @ResponseStatus(HttpStatus.ACCEPTED)
  Mono<Retried> retryWebhook(Caller caller, @PathVariable long id) {
    return webhooks
        .retry(id)
        .map(Retried::new)
        .switchIfEmpty(Mono.error(() -> Problem.notFound("webhook", id).asException()));
  }
}
