package id.antar.dispatch.live;

import id.antar.api.dispatch.PolicyEvent;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;

/// Notices that something was decided about the zone's policy.
@ProcessingGroup(BoardKeeper.GROUP)
final class PolicyKeeper {

  private final PolicyBook policies;

  PolicyKeeper(PolicyBook policies) {
    this.policies = policies;
  }

  @EventHandler
  void on(PolicyEvent event) {
    policies.turn();
  }
}
