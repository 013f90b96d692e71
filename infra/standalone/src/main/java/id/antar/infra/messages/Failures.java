package id.antar.infra.messages;

import id.antar.api.message.Failure;
import id.antar.api.message.Failure.Kind;
import id.antar.api.message.InvalidQuery;
import id.antar.api.message.SearchUnavailable;
import id.antar.gateway.edge.problem.ToldFailure;

/// Turns exceptions into what another process is told.
final class Failures {

  private Failures() {}

  /// What a third process has told is passed on as it is.
  static Failure of(Throwable failure) {
    return ToldFailure.find(failure).orElseGet(() -> told(failure));
  }

  private static Failure told(Throwable failure) {
    return Infrastructure.causes(failure)
        .filter(InvalidQuery.class::isInstance)
        .findFirst()
        .map(invalid -> new Failure(Kind.INVALID_QUERY, String.valueOf(invalid.getMessage())))
        .orElseGet(() -> told(kindOf(failure)));
  }

  private static Failure told(Kind kind) {
    return new Failure(
        kind,
        switch (kind) {
          case CONFLICT -> "Another command was first.";
          case DOWN -> "A part of the engine does not answer.";
          case INVALID_QUERY -> "The query is not possible.";
          case NO_SEARCH -> "The search does not answer.";
          case LATE -> "No answer came in time.";
          case BUG -> "Something went wrong in the engine.";
        });
  }

  /// A search server that does not answer has a name of its own: nothing else depends on it.
  private static Kind kindOf(Throwable failure) {
    if (Infrastructure.causes(failure).anyMatch(SearchUnavailable.class::isInstance)) {
      return Kind.NO_SEARCH;
    }
    if (Infrastructure.isConflict(failure)) {
      return Kind.CONFLICT;
    }
    return Infrastructure.isDown(failure) ? Kind.DOWN : Kind.BUG;
  }
}
