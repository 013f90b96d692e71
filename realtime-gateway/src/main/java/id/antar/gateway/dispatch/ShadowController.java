package id.antar.gateway.dispatch;

import id.antar.api.account.Permission;
import id.antar.api.dispatch.PolicyCommand.EndShadow;
import id.antar.api.dispatch.PolicyCommand.PromoteShadow;
import id.antar.api.dispatch.PolicyCommand.StartShadow;
import id.antar.api.dispatch.PolicyQuery.GetShadow;
import id.antar.api.dispatch.PolicyQuery.KnownPolicies;
import id.antar.api.dispatch.PolicyQuery.ListPolicies;
import id.antar.api.dispatch.PolicyQuery.PolicyReading;
import id.antar.api.dispatch.PolicyQuery.ReadPolicy;
import id.antar.api.dispatch.PolicyQuery.Shadow;
import id.antar.api.dispatch.PolicyQuery.ShadowReport;
import id.antar.api.dispatch.ShadowId;
import id.antar.api.dispatch.ShadowScore;
import id.antar.api.lab.LabRejection.InvalidPolicy;
import id.antar.gateway.edge.engine.Engine;
import id.antar.gateway.edge.problem.Problem;
import id.antar.gateway.edge.request.Caller;
import id.antar.gateway.edge.request.Done;
import id.antar.gateway.edge.request.PhoneClock;
import id.antar.gateway.edge.request.Reasoned;
import id.antar.gateway.edge.request.Valid;
import id.antar.gateway.identity.Requires;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/// A candidate policy in the shadow of the live one, and its promotion.
@RestController
final class ShadowController {

  private final Engine engine;
  private final PhoneClock times;

  ShadowController(Engine engine, PhoneClock times) {
    this.engine = engine;
    this.times = times;
  }

  /// @param policy `basedOn` a named one, and what is different
  record Candidate(Map<String, Object> policy, String reason) {
    Candidate {
      Reasoned.requireReason(reason);
    }
  }

  /// @param shadowId of the candidate whose score was seen
  record Promotion(ShadowId shadowId, String reason) {
    Promotion {
      Reasoned.requireReason(reason);
    }
  }

  @GetMapping("/v1/dispatch/shadow")
  @Requires(Permission.DISPATCH_READ)
  Mono<ShadowReport> shadow(Caller caller) {
    return engine.ask(new GetShadow());
  }

  @GetMapping("/v1/dispatch/policies")
  @Requires(Permission.DISPATCH_READ)
  Mono<KnownPolicies> policies(Caller caller) {
    return engine.ask(new ListPolicies());
  }

  @PutMapping("/v1/dispatch/shadow")
  @Requires(Permission.LAB_RUN)
  Mono<Done> start(Caller caller, @RequestBody Candidate body) {
    return engine
        .ask(new ReadPolicy(JsonMapper.shared().writeValueAsString(body.policy())))
        .flatMap(policy -> engine.send(start(policy, body.reason(), caller), caller))
        .thenReturn(Done.DONE);
  }

  private StartShadow start(PolicyReading policy, String reason, Caller caller) {
    String version = policy.version();
    String numbers = policy.numbers();
    if (version == null || numbers == null) {
      throw Problem.of(new InvalidPolicy("policy", String.valueOf(policy.fault()))).asException();
    }
    var id = new ShadowId(caller.idOfNew("shadow", null));
    return new StartShadow(policy.zone(), id, version, numbers, reason, times.of(null));
  }

  @DeleteMapping("/v1/dispatch/shadow")
  @Requires(Permission.LAB_RUN)
  Mono<Done> end(Caller caller, @RequestParam String reason) {
    String why = Valid.value("reason", () -> new Reasoned(reason, null)).reason();
    return engine
        .ask(new GetShadow())
        .flatMap(report -> engine.send(end(report, why), caller))
        .thenReturn(Done.DONE);
  }

  /// The dispatcher may not have heard yet of one that has just been started.
  private EndShadow end(ShadowReport report, String reason) {
    Shadow shadow = report.shadow();
    ShadowId id = shadow == null ? null : shadow.shadowId();
    ShadowScore score = shadow == null ? ShadowScore.NONE : shadow.total();
    return new EndShadow(report.zone(), id, score, reason, times.of(null));
  }

  @PostMapping("/v1/dispatch/shadow/promote")
  @Requires(Permission.DISPATCH_PROMOTE)
  Mono<Done> promote(Caller caller, @RequestBody Promotion body) {
    return engine
        .ask(new GetShadow())
        .flatMap(report -> engine.send(promote(report, body), caller))
        .thenReturn(Done.DONE);
  }

  private PromoteShadow promote(ShadowReport report, Promotion body) {
    return new PromoteShadow(
        report.zone(),
        body.shadowId(),
        report.live().version(),
        score(report.shadow(), body.shadowId()),
        body.reason(),
        times.of(null));
  }

  private static ShadowScore score(@Nullable Shadow shadow, ShadowId of) {
    return shadow != null && shadow.shadowId().equals(of) ? shadow.total() : ShadowScore.NONE;
  }
}
