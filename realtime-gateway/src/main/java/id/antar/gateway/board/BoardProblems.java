package id.antar.gateway.board;

import id.antar.api.board.BoardAnswer;
import id.antar.api.board.BoardAnswer.BeforeTheLog;
import id.antar.api.board.BoardAnswer.Changed;
import id.antar.api.board.BoardAnswer.Found;
import id.antar.api.board.BoardAnswer.NotReady;
import id.antar.api.board.BoardAnswer.NotTogether;
import id.antar.api.board.BoardAnswer.NotYet;
import id.antar.api.board.BoardAnswer.NothingYet;
import id.antar.gateway.edge.problem.Problem;
import java.time.Duration;

/// Why there is no board.
final class BoardProblems {

  private static final Duration READING = Duration.ofSeconds(5);

  private BoardProblems() {}

  static Problem of(BoardAnswer answer) {
    return switch (answer) {
      case NotYet(long position, var now) ->
          Problem.of(
              422,
              "moment-to-come",
              "It is " + now + ", and the last event stands at " + position + ".");
      case BeforeTheLog(long first, var began) ->
          Problem.of(
              404,
              "before-the-log",
              "The first event stands at " + first + " and was recorded at " + began + ".");
      case NotTogether(long position, var recordedAt) ->
          Problem.invalid(
              "moment-mismatch",
              "at",
              "Position " + position + " was recorded at " + recordedAt + ", which is later.");
      case NotReady(long position, long head) ->
          Problem.of(
                  503,
                  "board-not-ready",
                  "The log is being read, up to " + position + " of " + head + " by now.")
              .retryAfter(READING);
      case NothingYet() -> Problem.of(404, "nothing-recorded", "Nothing was recorded yet.");
      case Found _, Changed _ -> throw new IllegalArgumentException("This is what was asked for.");
    };
  }
}
