package id.antar.query.history;

import static id.antar.query.Cast.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.antar.api.history.EventFilter;
import id.antar.api.history.HistoryQuery.EventPage;
import id.antar.api.history.HistoryQuery.HistoryEvent;
import id.antar.api.history.HistoryQuery.ListEvents;
import id.antar.api.history.HistoryQuery.Order;
import id.antar.api.message.InvalidQuery;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HistoryQueriesTest {

  private final InMemoryHistory history = new InMemoryHistory();
  private final HistoryQueries queries = new HistoryQueries(history, history, Runnable::run);

  private void thereAre(long... positions) {
    for (long position : positions) {
      history.append(position, "order:" + position, 0, NOON, "event");
    }
  }

  private EventPage page(Order order, @Nullable String cursor) {
    return queries.list(new ListEvents(EventFilter.ANY, false, order, cursor, 2)).join();
  }

  private static List<Long> positions(EventPage page) {
    return page.events().stream().map(HistoryEvent::position).toList();
  }

  private List<Long> all(Order order) {
    EventPage page = page(order, null);
    List<Long> all = new ArrayList<>(positions(page));
    while (page.nextCursor() != null) {
      page = page(order, page.nextCursor());
      all.addAll(positions(page));
    }
    return all;
  }

  @Test
  void pagesFollowEachOtherInTheOrderOfTheLogAndBack() {
    thereAre(2, 3, 5, 9, 11);

    assertThat(all(Order.OLDEST_FIRST)).containsExactly(2L, 3L, 5L, 9L, 11L);
    assertThat(all(Order.NEWEST_FIRST)).containsExactly(11L, 9L, 5L, 3L, 2L);
  }

  @Test
  void behindAGapThatMayStillBeFilledNothingIsTold() {
    thereAre(2, 3, 5);
    history.settledUpTo(3);
    EventPage first = page(Order.OLDEST_FIRST, null);

    assertThat(positions(first)).containsExactly(2L, 3L);
    assertThat(first.nextCursor()).isNull();
    assertThat(first.upTo()).isEqualTo(3);

    thereAre(4);
    history.settledUpTo(5);
    var later = EventFilter.ANY.withAfter(first.upTo());
    assertThat(
            positions(
                queries.list(new ListEvents(later, false, Order.OLDEST_FIRST, null, 5)).join()))
        .containsExactly(4L, 5L);
  }

  @Test
  void whatComesMeanwhileDoesNotMoveAPage() {
    thereAre(2, 3, 5);
    EventPage first = page(Order.NEWEST_FIRST, null);
    thereAre(6, 7);

    assertThat(positions(page(Order.NEWEST_FIRST, first.nextCursor()))).containsExactly(2L);
  }

  @Test
  void aCursorOfAnotherListIsRefused() {
    assertThatThrownBy(() -> page(Order.OLDEST_FIRST, "bm9uc2Vuc2U"))
        .isInstanceOf(InvalidQuery.class);
    assertThatThrownBy(() ->
            queries.list(new ListEvents(EventFilter.ANY, false, Order.OLDEST_FIRST, null, 1_001)))
        .isInstanceOf(InvalidQuery.class);
  }
}
