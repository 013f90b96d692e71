package id.antar.gateway.payment.sandbox;

import id.antar.api.account.Permission;
import id.antar.api.payment.ChargeId;
import id.antar.gateway.edge.problem.Problem;
import id.antar.gateway.edge.request.Caller;
import id.antar.gateway.edge.request.Valid;
import id.antar.gateway.identity.Keyless;
import id.antar.gateway.identity.Requires;
import id.antar.gateway.payment.sandbox.TellSandbox.Outcome;
import id.antar.gateway.payment.sandbox.TellSandbox.Told;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// Plays the bank, in development.
@RestController
final class SandboxController {

  private final TellSandbox sandbox;

  SandboxController(TellSandbox sandbox) {
    this.sandbox = sandbox;
  }

  record Tell(Outcome outcome) {}

  @PostMapping("/v1/sandbox/charges/{id}")
  @Requires(Permission.OPS_RUN)
  @Keyless
  Mono<Told> tell(Caller caller, @PathVariable String id, @RequestBody Tell body) {
    ChargeId charge = Valid.value("id", () -> ChargeId.parse(id));
    return sandbox
        .tell(charge, body.outcome())
        .switchIfEmpty(Mono.error(() -> Problem.notFound("charge", charge).asException()));
  }
}
