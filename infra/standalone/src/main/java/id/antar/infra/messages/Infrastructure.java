package id.antar.infra.messages;

import id.antar.api.message.AnsweredElsewhere;
import id.antar.api.message.Failure;
import id.antar.api.message.Failure.Kind;
import id.antar.gateway.edge.problem.ToldFailure;
import id.antar.infra.store.LaterEvent.UnknownPart;
import io.r2dbc.spi.R2dbcNonTransientResourceException;
import io.r2dbc.spi.R2dbcTransientException;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.queryhandling.NoHandlerForQueryException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/// Tells a failure of what the engine stands on, which passes, from a failure of what it was asked
/// to do, which does not.
final class Infrastructure {
  /// What the driver reports as an error of no certain kind, and yet passes: the row was changed or
  /// locked by another, a deadlock, no space on the disk, a server that only reads for now.
  private static final Set<Integer> PASSING = Set.of(1020, 1205, 1213, 1021, 1114, 1290, 1836);

  private Infrastructure() {}

  /// Two commands met at one aggregate: trying again decides on the other's result.
  static boolean isConflict(Throwable failure) {
    return isTold(failure, Kind.CONFLICT)
        || causes(failure)
            .anyMatch(cause ->
                cause instanceof ConcurrencyException
                    || cause instanceof AggregateStreamCreationException);
  }

  /// The database, the search server or the network did not answer as they should, or nobody is
  /// there for now who handles it.
  static boolean isDown(Throwable failure) {
    return isTold(failure, Kind.DOWN, Kind.NO_SEARCH, Kind.LATE)
        || causes(failure).anyMatch(Infrastructure::isOutage);
  }

  /// Another process was asked, and whether it has done it is not known.
  static boolean isUncertain(Throwable failure) {
    return isTold(failure, Kind.LATE);
  }

  private static boolean isTold(Throwable failure, Kind... kinds) {
    return ToldFailure.find(failure).map(Failure::kind).filter(Set.of(kinds)::contains).isPresent();
  }

  private static boolean isOutage(Throwable cause) {
    return switch (cause) {
      case SQLTransientException _,
          SQLRecoverableException _,
          SQLNonTransientConnectionException _,
          R2dbcTransientException _,
          R2dbcNonTransientResourceException _,
          TransientDataAccessException _,
          DataAccessResourceFailureException _,
          CannotCreateTransactionException _,
          RejectedExecutionException _,
          AnsweredElsewhere _,
          NoHandlerForCommandException _,
          NoHandlerForQueryException _,
          TimeoutException _,
          UnknownPart _ ->
          true;
      case IOException _ -> true;
      case SQLException failure -> PASSING.contains(failure.getErrorCode());
      default -> false;
    };
  }

  static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause).limit(20);
  }
}
