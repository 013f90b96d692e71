package id.antar.query.analytics;

import id.antar.api.assignment.AssignmentEvent;
import id.antar.api.assignment.AssignmentEvent.AssignmentOffered;
import id.antar.query.projection.Fold;
import id.antar.query.projection.Recorded;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

final class OfferFactFold implements Fold<OfferFact> {

  @Override
  public String name() {
    return "offer_fact";
  }

  @Override
  public Class<OfferFact> stateType() {
    return OfferFact.class;
  }

  @Override
  public List<Class<?>> eventTypes() {
    return List.of(AssignmentEvent.class);
  }

  @Override
  public Collection<String> keys(Object event) {
    return List.of(((AssignmentEvent) event).assignmentId().value());
  }

  @Override
  public @Nullable OfferFact evolve(String key, @Nullable OfferFact before, Recorded recorded) {
    if (recorded.event() instanceof AssignmentOffered offered) {
      return OfferFact.of(offered);
    }
    if (before == null) {
      throw new IllegalStateException(
          "Assignment " + key + " is not known here. Maybe its first event is parked.");
    }
    return before.evolve((AssignmentEvent) recorded.event());
  }

  @Override
  public Object view(OfferFact state) {
    return state;
  }
}
