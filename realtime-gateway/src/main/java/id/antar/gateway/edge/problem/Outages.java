package id.antar.gateway.edge.problem;

import id.antar.api.message.AnsweredElsewhere;
import id.antar.api.message.Failure;
import id.antar.api.message.SearchUnavailable;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.axonframework.common.AxonTransientException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.queryhandling.NoHandlerForQueryException;

/// Tells a dependency that is down or too busy from a mistake. Drivers that the gateway must not
/// see are known by name.
final class Outages {

  private static final int DEEPEST_CAUSE = 12;

  private static final Set<String> NAMES =
      Set.of(
          "AbortedException",
          "R2dbcTransientException",
          "R2dbcTransientResourceException",
          "R2dbcNonTransientResourceException",
          "R2dbcTimeoutException",
          "PoolAcquireTimeoutException",
          "PoolShutdownException",
          "DataAccessResourceFailureException",
          "TransientDataAccessException",
          "TransientDataAccessResourceException",
          "CannotCreateTransactionException",
          "CannotGetJdbcConnectionException",
          "EventStoreException",
          "TransportException");

  private Outages() {}

  static boolean isOutage(Throwable failure) {
    return anyCause(failure, Outages::meansDown)
        || ToldFailure.find(failure).filter(Outages::meansDown).isPresent();
  }

  private static boolean meansDown(Failure told) {
    return switch (told.kind()) {
      case CONFLICT, DOWN, NO_SEARCH, LATE -> true;
      case INVALID_QUERY, BUG -> false;
    };
  }

  /// The one part whose absence has a name of its own: nothing else depends on it.
  static boolean isWithoutSearch(Throwable failure) {
    return anyCause(failure, SearchUnavailable.class::isInstance)
        || ToldFailure.find(failure).filter(it -> it.kind() == Failure.Kind.NO_SEARCH).isPresent();
  }

  private static boolean anyCause(Throwable failure, Predicate<Throwable> wanted) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
      if (wanted.test(cause)) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }

  private static boolean meansDown(Throwable cause) {
    return switch (cause) {
      case TimeoutException _,
          IOException _,
          SQLException _,
          RejectedExecutionException _,
          AnsweredElsewhere _,
          NoHandlerForCommandException _,
          NoHandlerForQueryException _,
          ConcurrencyException _,
          AxonTransientException _ ->
          true;
      default -> NAMES.contains(cause.getClass().getSimpleName());
    };
  }
}
