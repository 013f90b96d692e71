package id.antar.query.dispatchdecision;

import id.antar.api.dispatch.DecisionQuery.DecisionEntry;
import id.antar.api.dispatch.DispatchEvent;
import id.antar.api.dispatch.DispatchEvent.Choice;
import id.antar.api.dispatch.DispatchEvent.DispatchDecided;
import id.antar.api.order.OrderId;
import id.antar.query.projection.Fold;
import id.antar.query.projection.Recorded;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One row per decision and order that it saw. It opens neither problem nor plan.
final class DecisionFold implements Fold<DecisionRow> {

  @Override
  public String name() {
    return "dispatchdecision";
  }

  @Override
  public Class<DecisionRow> stateType() {
    return DecisionRow.class;
  }

  @Override
  public List<Class<?>> eventTypes() {
    return List.of(DispatchEvent.class);
  }

  @Override
  public boolean isAppendOnly() {
    return true;
  }

  /// Here a key is not yet a row's but an order's.
  @Override
  public Collection<String> keys(Object event) {
    return decided(event).orders().stream().map(OrderId::value).distinct().toList();
  }

  @Override
  public String rowKey(String key, Recorded recorded) {
    return DecisionRow.key(key, decided(recorded.event()).decisionId().value());
  }

  @Override
  public DecisionRow evolve(String key, @Nullable DecisionRow before, Recorded recorded) {
    DispatchDecided decided = decided(recorded.event());
    var order = new OrderId(key);
    Optional<Choice> choice =
        decided.choices().stream().filter(made -> made.orders().contains(order)).findFirst();
    return new DecisionRow(
        new DecisionEntry(
            order,
            decided.decisionId(),
            decided.occurredAt(),
            choice.map(Choice::courierId).orElse(null),
            choice.map(Choice::assignmentId).orElse(null)),
        recorded.recordedAt());
  }

  @Override
  public Object view(DecisionRow state) {
    return state;
  }

  private static DispatchDecided decided(Object event) {
    return switch ((DispatchEvent) event) {
      case DispatchDecided decided -> decided;
    };
  }
}
