package id.antar.command.dispatch;

import static id.antar.command.decider.Decision.accept;
import static id.antar.command.decider.Decision.reject;
import static id.antar.command.decider.Decision.satisfied;

import id.antar.api.dispatch.PolicyCommand;
import id.antar.api.dispatch.PolicyCommand.EndShadow;
import id.antar.api.dispatch.PolicyCommand.PromoteShadow;
import id.antar.api.dispatch.PolicyCommand.StartShadow;
import id.antar.api.dispatch.PolicyEvent;
import id.antar.api.dispatch.PolicyEvent.PolicyPromoted;
import id.antar.api.dispatch.PolicyEvent.ShadowEnded;
import id.antar.api.dispatch.PolicyEvent.ShadowStarted;
import id.antar.api.dispatch.PolicyRejection.AlreadyLive;
import id.antar.api.dispatch.PolicyRejection.AnotherShadow;
import id.antar.api.dispatch.PolicyRejection.NoShadow;
import id.antar.api.dispatch.ShadowId;
import id.antar.command.decider.Decision;

/// Which candidate runs in a zone's shadow, one at a time. Whether its policy makes sense is for
/// the dispatcher to say before.
sealed interface ZonePolicyState {

  record Alone() implements ZonePolicyState {}

  /// @param last the shadow whose policy decides now
  record Promoted(ShadowId last) implements ZonePolicyState {}

  record Shadowed(ShadowStarted shadow) implements ZonePolicyState {}

  default Decision<PolicyEvent> decide(PolicyCommand command) {
    return switch (command) {
      case StartShadow c -> start(c);
      case EndShadow c -> end(c);
      case PromoteShadow c -> promote(c);
    };
  }

  private Decision<PolicyEvent> start(StartShadow c) {
    if (this instanceof Shadowed(var shadow)) {
      return shadow.policy().equals(c.policy())
          ? satisfied()
          : reject(new AnotherShadow(shadow.shadowId()));
    }
    return accept(
        new ShadowStarted(
            c.zoneId(), c.shadowId(), c.policyVersion(), c.policy(), c.reason(), c.occurredAt()));
  }

  private Decision<PolicyEvent> end(EndShadow c) {
    return switch (this) {
      case Alone _, Promoted _ -> satisfied();
      case Shadowed(var shadow)
          when c.shadowId() != null && !shadow.shadowId().equals(c.shadowId()) ->
          reject(new AnotherShadow(shadow.shadowId()));
      case Shadowed(var shadow) ->
          accept(
              new ShadowEnded(
                  c.zoneId(), shadow.shadowId(), c.score(), c.reason(), c.occurredAt()));
    };
  }

  /// Whoever promotes has seen this very shadow; a second click changes nothing.
  private Decision<PolicyEvent> promote(PromoteShadow c) {
    return switch (this) {
      case Promoted(var last) when last.equals(c.shadowId()) -> satisfied();
      case Alone _, Promoted _ -> reject(new NoShadow());
      case Shadowed(var shadow) when !shadow.shadowId().equals(c.shadowId()) ->
          reject(new AnotherShadow(shadow.shadowId()));
      case Shadowed(var shadow) when shadow.policyVersion().equals(c.formerVersion()) ->
          reject(new AlreadyLive(c.formerVersion()));
      case Shadowed(var shadow) -> accept(promoted(shadow, c));
    };
  }

  private static PolicyPromoted promoted(ShadowStarted shadow, PromoteShadow c) {
    return new PolicyPromoted(
        c.zoneId(),
        c.shadowId(),
        shadow.policyVersion(),
        shadow.policy(),
        c.formerVersion(),
        c.score(),
        c.reason(),
        c.occurredAt());
  }

  default ZonePolicyState evolve(PolicyEvent event) {
    return switch (event) {
      case ShadowStarted e -> new Shadowed(e);
      case ShadowEnded _ -> new Alone();
      case PolicyPromoted e -> new Promoted(e.shadowId());
    };
  }
}
