package id.antar.gateway.dispatch;

import id.antar.api.account.Permission;
import id.antar.api.dispatch.LearnedQuery.GetLearned;
import id.antar.api.dispatch.LearnedQuery.LearnedReport;
import id.antar.gateway.edge.engine.Engine;
import id.antar.gateway.edge.request.Caller;
import id.antar.gateway.identity.Requires;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// What the dispatcher has learned from the orders before.
@RestController
final class LearnedController {

  private final Engine engine;

  LearnedController(Engine engine) {
    this.engine = engine;
  }

  @GetMapping("/v1/dispatch/learned")
  @Requires(Permission.DISPATCH_READ)
  Mono<LearnedReport> learned(Caller caller) {
    return engine.ask(new GetLearned());
  }
}
