package id.antar.api.board;

import id.antar.api.message.Query;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Questions about the whole board.
public sealed interface BoardQuery<R> extends Query<R> {

  /// The board at a moment. Without position and time it is the board as it stands, with all that
  /// was recorded before the question.
  ///
  /// @param position a place in the log
  /// @param at with a position, the time up to which couriers were seen, no earlier than the
  ///   position was recorded; alone, the time up to which events were recorded, too
  /// @param now when it is asked
  record GetBoard(@Nullable Long position, @Nullable Instant at, Instant now)
      implements BoardQuery<BoardAnswer> {
    @Override
    public Class<BoardAnswer> answer() {
      return BoardAnswer.class;
    }
  }

  /// What changed on the board after one place in the log, oldest first.
  ///
  /// @param limit of events at once
  record ListBoardChanges(long after, int limit, Instant now) implements BoardQuery<BoardAnswer> {
    @Override
    public Class<BoardAnswer> answer() {
      return BoardAnswer.class;
    }
  }
}
