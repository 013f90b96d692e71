package id.antar.infra.alert;

import id.antar.api.alert.AlertQuery.AlertPage;
import id.antar.api.alert.AlertQuery.ListAlerts;
import id.antar.api.alert.AlertView;
import id.antar.api.board.BoardAnswer.Found;
import id.antar.api.board.BoardQuery.GetBoard;
import id.antar.api.board.BoardView;
import id.antar.api.message.Query;
import id.antar.api.ops.OpsQuery.ListProcessors;
import id.antar.api.position.PositionBus;
import id.antar.api.time.EngineClock;
import id.antar.command.alert.watch.Look;
import id.antar.infra.payment.CalledProviders;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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

  private final QueryGateway queries;
  private final EngineClock clock;
  private final PositionBus positions;
  private final LiveDoors doors;
  private final CalledProviders providers;

  AlertSight(
      QueryGateway queries,
      EngineClock clock,
      PositionBus positions,
      LiveDoors doors,
      CalledProviders providers) {
    this.queries = queries;
    this.clock = clock;
    this.positions = positions;
    this.doors = doors;
    this.providers = providers;
  }

  Look look() {
    Instant now = clock.instant();
    BoardView board = orNothing(() -> board(now));
    var processors = orNothing(() -> ask(new ListProcessors()).processors());
    Instant heardSince = positions.findHeardSince().orElse(null);
    return new Look(
        now, clock.speed(), board, heardSince, doors.at(now), processors, providers.calls());
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
