package id.antar.infra.store;

import id.antar.api.dispatch.DispatchTerm;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// The rows of one command, on their way to the disk. Whoever waits may give up only as long as the
/// writer has not taken them: what a failed command wanted is never stored afterwards.
final class Append {

  private static final int PATIENCE_SECONDS = 30;

  private enum Stage {
    WAITING,
    TAKEN,
    GIVEN_UP
  }

  private final List<EventRow> rows;
  private final @Nullable DispatchTerm term;
  private final AtomicReference<Stage> stage = new AtomicReference<>(Stage.WAITING);
  private final CompletableFuture<Boolean> stored = new CompletableFuture<>();

  /// @param term in which a dispatcher decided on it
  Append(List<EventRow> rows, @Nullable DispatchTerm term) {
    this.rows = List.copyOf(rows);
    this.term = term;
  }

  @Nullable DispatchTerm term() {
    return term;
  }

  List<EventRow> rows() {
    return rows;
  }

  /// @return false if nobody waits for it any more
  boolean take() {
    return stage.compareAndSet(Stage.WAITING, Stage.TAKEN);
  }

  void succeeded() {
    var _ = stored.complete(true);
  }

  void failed(SQLException cause) {
    var _ = stored.completeExceptionally(cause);
  }

  void await() throws SQLException {
    try {
      var _ = stored.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException _) {
      giveUp(new SQLTransientException("The database does not take events."));
    } catch (InterruptedException e) {
      giveUp(new SQLTransientException("Interrupted before the events were stored.", e));
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new SQLException(e.getCause());
    }
  }

  /// What the writer has taken ends by itself: the database says yes or no, or its connection
  /// breaks.
  private void giveUp(SQLException reason) throws SQLException {
    if (stage.compareAndSet(Stage.WAITING, Stage.GIVEN_UP)) {
      throw reason;
    }
    Throwable failure = stored.handle((_, thrown) -> thrown).join();
    if (failure != null) {
      throw new SQLException(failure);
    }
  }
}
