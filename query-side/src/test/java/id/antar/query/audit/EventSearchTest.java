package id.antar.query.audit;

import static id.antar.query.Cast.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.history.EventFilter;
import id.antar.api.history.EventFilter.Window;
import id.antar.api.message.Actor;
import id.antar.query.history.EventIndex.Range;
import id.antar.query.projection.Column;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventSearchTest {

  @Test
  void eachTypeIsLookedForByItself() {
    var filter =
        new EventFilter(
            List.of("OrderPlaced", "OrderReady", "OrderPlaced"),
            List.of("AuditRead"),
            "order",
            "4711",
            Actor.parse("customer:ada"),
            new Window(null, NOON),
            new Window(NOON, null),
            "c",
            "r",
            null);

    List<EventSearch> found = EventSearch.of(filter, new Range(3, 9));

    assertThat(found).hasSize(2);
    assertThat(found.getFirst().condition())
        .isEqualTo(
            "event = ? AND kind = ? AND about_id = ? AND actor = ? AND correlation_id = ?"
                + " AND request_id = ? AND recorded_at >= ? AND happened_at < ?"
                + " AND position > ? AND position <= ? AND event NOT IN (?)");
    assertThat(found.getLast().values())
        .containsExactly(
            "OrderReady",
            "order",
            "4711",
            "customer:ada",
            "c",
            "r",
            Column.toColumn(NOON),
            Column.toColumn(NOON),
            3L,
            9L,
            "AuditRead");
  }

  @Test
  void withoutAFilterItIsTheRangeAlone() {
    EventSearch search = EventSearch.of(EventFilter.ANY, Range.ALL).getFirst();

    assertThat(search.condition()).isEqualTo("position > ? AND position <= ?");
    assertThat(search.values()).containsExactly(0L, Long.MAX_VALUE);
  }
}
