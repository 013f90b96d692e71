package id.antar.query.asof;

import static id.antar.query.Cast.KURT;
import static id.antar.query.Cast.NOON;
import static id.antar.query.Cast.ORDER;
import static id.antar.query.Cast.OTHER_ORDER;
import static id.antar.query.Cast.TRIP;
import static id.antar.query.Cast.accepted;
import static id.antar.query.Cast.after;
import static id.antar.query.Cast.assigned;
import static id.antar.query.Cast.offered;
import static id.antar.query.Cast.placed;
import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.assignment.AssignmentEvent;
import id.antar.api.history.EntityKind;
import id.antar.api.history.HistoryQuery.GetTimeline;
import id.antar.api.history.HistoryQuery.Timeline;
import id.antar.api.history.Moment;
import id.antar.api.order.OrderEvent;
import id.antar.api.order.OrderEvent.OrderConfirmed;
import id.antar.api.order.OrderEvent.OrderPickedUp;
import id.antar.query.history.InMemoryHistory;
import id.antar.query.projection.Fold;
import id.antar.query.projection.Recorded;
import id.antar.query.projection.TripOrders;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LifeTest {

  private static final String SOURCE = "order:" + ORDER;

  /// Told by a phone that was offline: it happened before the confirmation was recorded.
  private final InMemoryHistory history =
      new InMemoryHistory()
          .append(2, SOURCE, 0, NOON, placed())
          .append(3, "assignment:" + TRIP, 0, after(2), offered(TRIP, ORDER, OTHER_ORDER))
          .append(5, "assignment:" + TRIP, 1, after(3), accepted(TRIP, OTHER_ORDER))
          .append(6, SOURCE, 1, after(4), assigned(TRIP))
          .append(7, SOURCE, 2, after(5), new OrderConfirmed(ORDER, after(9), after(9), after(5)))
          .append(9, SOURCE, 3, after(30), new OrderPickedUp(ORDER, TRIP, KURT, after(4)));

  private Life<List<String>> life() {
    return new Life<>(
        new Names(),
        EntityKind.ORDER,
        ORDER.value(),
        history.ofAggregates(List.of(SOURCE, "assignment:" + TRIP)));
  }

  private @Nullable Object at(Moment moment) {
    return life().at(moment).map(Past::view).orElse(null);
  }

  @Test
  void nothingIsThereBeforeItsFirstEvent() {
    assertThat(at(new Moment.Position(1))).isNull();
    assertThat(at(new Moment.Recorded(NOON.minusNanos(1)))).isNull();
    assertThat(at(new Moment.Recorded(NOON))).isEqualTo(List.of("OrderPlaced"));
  }

  @Test
  void theTwoClocksTellOfDifferentPasts() {
    assertThat(at(new Moment.Recorded(after(5))))
        .isEqualTo(
            List.of("OrderPlaced", "AssignmentOffered", "CourierAssigned", "OrderConfirmed"));
    assertThat(at(new Moment.Happened(after(4))))
        .isEqualTo(List.of("OrderPlaced", "AssignmentOffered", "CourierAssigned", "OrderPickedUp"));
    assertThat(life().at(new Moment.Now()).orElseThrow().events()).isEqualTo(5);
  }

  @Test
  void whatPresupposesMoreThanThereWasIsLeftOutAndCounted() {
    history.append(11, SOURCE, 4, after(31), new OrderPickedUp(OTHER_ORDER, TRIP, KURT, after(2)));
    history.append(12, SOURCE, 5, after(31), new OrderPickedUp(ORDER, TRIP, KURT, NOON));

    Past<?> past = life().at(new Moment.Happened(NOON)).orElseThrow();

    assertThat(past.view()).isEqualTo(List.of("OrderPlaced"));
    assertThat(past.leftOut()).isEqualTo(1);
  }

  @Property
  void asOfEachPlaceItIsTheFoldOfWhatStandsBeforeIt(@ForAll @IntRange(max = 12) int position) {
    List<String> prefix =
        life().events().stream()
            .filter(event -> event.position() <= position)
            .map(event -> event.message().getPayloadType().getSimpleName())
            .toList();

    assertThat(at(new Moment.Position(position))).isEqualTo(prefix.isEmpty() ? null : prefix);
  }

  @Test
  void aTimelineIsPagedAndHasTheDecisionBehindAnOffer() {
    Timeline first =
        Objects.requireNonNull(
            Steps.page(new GetTimeline(EntityKind.ORDER, "order-1", null, 2), life().events(), 2));
    Timeline second =
        Objects.requireNonNull(
            Steps.page(
                new GetTimeline(EntityKind.ORDER, "order-1", first.nextCursor(), 9),
                life().events(),
                9));

    assertThat(first.steps().getLast().decisionId()).isEqualTo("d-1");
    assertThat(first.steps().getLast().about()).isEqualTo("assignment:" + TRIP);
    assertThat(Stream.of(first, second).flatMap(it -> it.steps().stream()).map(it -> it.position()))
        .containsExactly(2L, 3L, 6L, 7L, 9L);
    assertThat(second.nextCursor()).isNull();
  }

  /// What an order has seen; a pickup wants a courier before it.
  private static final class Names implements Fold<List<String>> {

    @Override
    public String name() {
      return "order";
    }

    @Override
    @SuppressWarnings("unchecked")
    public Class<List<String>> stateType() {
      return (Class<List<String>>) (Class<?>) List.class;
    }

    @Override
    public List<Class<?>> eventTypes() {
      return List.of(OrderEvent.class, AssignmentEvent.class);
    }

    @Override
    public Collection<String> keys(Object event) {
      return event instanceof AssignmentEvent e
          ? TripOrders.named(e).stream().map(Object::toString).toList()
          : List.of(((OrderEvent) event).orderId().value());
    }

    @Override
    public List<String> evolve(String key, @Nullable List<String> before, Recorded recorded) {
      List<String> names = new ArrayList<>(before == null ? List.of() : before);
      if (recorded.event() instanceof OrderPickedUp && !names.contains("CourierAssigned")) {
        throw new IllegalStateException("Nobody could have picked it up.");
      }
      names.add(recorded.event().getClass().getSimpleName());
      return List.copyOf(names);
    }

    @Override
    public Object view(List<String> state) {
      return state;
    }
  }
}
