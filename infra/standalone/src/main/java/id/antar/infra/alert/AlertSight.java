package id.antar.infra.alert;

import id.antar.api.alert.AlertQuery.AlertPage;
import id.antar.api.alert.AlertQuery.ListAlerts;
import id.antar.api.alert.AlertView;
import id.antar.api.board.BoardAnswer.Found;
import id.antar.api.board.BoardQuery.GetBoard;
import id.antar.api.board.BoardView;
import id.antar.api.board.BoardView.BoardOrder;
import id.antar.api.message.Query;
import id.antar.api.ops.OpsQuery.ListProcessors;
import id.antar.api.order.OrderId;
import id.antar.api.promise.PromiseQuery.GetPromises;
import id.antar.api.promise.PromiseQuery.Kept;
import id.antar.api.promise.PromiseQuery.OrderPromises;
import id.antar.api.time.EngineClock;
import id.antar.command.alert.watch.Look;
import id.antar.infra.payment.CalledProviders;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sees how things are. What cannot be asked just now is absent. For one thread; its calls block.
final class AlertSight {

  private static final Logger LOG = LoggerFactory.getLogger(AlertSight.class);
  private static final long PATIENCE_SECONDS = 10;
  private static final int PAGE = 200;

  /// First promises are asked for once for each order, and after a start for all of them.
  private static final int PROMISES_AT_ONCE = 50;

  private final QueryGateway queries;
  private final EngineClock clock;
  private final LiveDoors doors;
  private final CalledProviders providers;
  private final Map<OrderId, Instant> promised = new HashMap<>();

  /// Nothing was promised of them when they were asked about; they come after the others.
  private final Set<OrderId> without = new HashSet<>();

  AlertSight(QueryGateway queries, EngineClock clock, LiveDoors doors, CalledProviders providers) {
    this.queries = queries;
    this.clock = clock;
    this.doors = doors;
    this.providers = providers;
  }

  Look look() {
    Instant now = clock.instant();
    BoardView board = orNothing(() -> board(now));
    if (board != null) {
      learnPromises(board);
    }
    var processors = orNothing(() -> ask(new ListProcessors()).processors());
    return new Look(
        now, clock.speed(), board, promised, doors.at(now), processors, providers.calls());
  }

  /// All that is not over.
  List<AlertView> standing() {
    List<AlertView> found = new ArrayList<>();
    String cursor = null;
    do {
      AlertPage page = ask(new ListAlerts(null, null, null, cursor, PAGE));
      found.addAll(page.alerts());
      cursor = page.nextCursor();
    } while (cursor != null);
    return found;
  }

  private @Nullable BoardView board(Instant now) {
    return ask(new GetBoard(null, null, now)) instanceof Found(var board) ? board : null;
  }

  private void learnPromises(BoardView board) {
    Set<OrderId> open = new HashSet<>();
    board.orders().forEach(order -> open.add(order.orderId()));
    promised.keySet().retainAll(open);
    without.retainAll(open);
    board.orders().stream()
        .filter(order -> order.courierId() != null && !promised.containsKey(order.orderId()))
        .map(BoardOrder::orderId)
        .sorted(Comparator.comparing(without::contains))
        .limit(PROMISES_AT_ONCE)
        .takeWhile(this::learnPromise)
        .forEach(_ -> {});
  }

  /// Whether there was an answer: who does not answer about one is not asked about the others.
  private boolean learnPromise(OrderId id) {
    try {
      OrderPromises promises = ask(new GetPromises(id));
      Kept first = promises == null ? null : promises.milestones().firstDoor();
      if (first == null) {
        var _ = without.add(id);
      } else {
        promised.put(id, first.promisedFor());
      }
      return true;
    } catch (IllegalStateException e) {
      LOG.debug("No promises.", e);
      return false;
    }
  }

  private static <T> @Nullable T orNothing(Supplier<@Nullable T> question) {
    try {
      return question.get();
    } catch (IllegalStateException e) {
      LOG.debug("Not seen.", e);
      return null;
    }
  }

  private <R> R ask(Query<R> query) {
    try {
      return queries
          .query(query, ResponseTypes.instanceOf(query.answer()))
          .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted.", e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException(query.getClass().getSimpleName() + ": no answer.", e);
    }
  }
}
