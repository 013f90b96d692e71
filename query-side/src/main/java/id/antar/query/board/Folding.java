package id.antar.query.board;

import id.antar.query.board.BoardFrames.Frame;
import id.antar.query.board.BoardLog.Entry;
import id.antar.query.board.BoardLog.Marker;
import id.antar.query.board.BoardLog.Stretch;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A board on its way through the log, from a key frame or the beginning on. It leaves key frames
/// behind as it goes. Not safe for several threads.
final class Folding {

  private static final Logger LOG = LoggerFactory.getLogger(Folding.class);

  private final BoardSource source;
  private final Board board;
  private long position;
  private int sinceFrame;

  /// What a board is read from.
  ///
  /// @param every a frame is left behind after so many events
  /// @param atOnce so many events are read together
  record BoardSource(BoardLog log, BoardFrames frames, FrameForm form, int every, int atOnce) {
    BoardSource leavingNone() {
      return new BoardSource(log, frames, form, Integer.MAX_VALUE, atOnce);
    }
  }

  private Folding(BoardSource source, Board board, long position) {
    this.source = source;
    this.board = board;
    this.position = position;
  }

  /// At the last frame that is not after a place. A frame that cannot be read is dropped.
  static Folding begin(BoardSource source, long upTo) {
    Optional<Frame> found = source.frames().lastUpTo(upTo, Board.REVISION);
    while (found.isPresent()) {
      Frame frame = found.get();
      try {
        return new Folding(source, source.form().read(frame), frame.position());
      } catch (RuntimeException e) {
        LOG.warn("The board's frame at {} cannot be read, and is made again.", frame.position(), e);
        source.frames().drop(frame);
      }
      found = source.frames().lastUpTo(frame.position() - 1, Board.REVISION);
    }
    return new Folding(source, new Board(), 0);
  }

  Board board() {
    return board;
  }

  long position() {
    return position;
  }

  void advance(long upTo) {
    while (position < upTo) {
      Stretch stretch = read(upTo);
      stretch.entries().forEach(this::apply);
      pass(stretch);
      leaveFrame(stretch);
    }
  }

  /// What comes next, to be [applied][#apply] and then [passed][#pass].
  Stretch read(long upTo) {
    return source.log().read(position, upTo, Board.EVENTS, source.atOnce());
  }

  void pass(Stretch stretch) {
    position = stretch.upTo();
  }

  /// One odd event must not hide all that follow.
  void apply(Entry entry) {
    sinceFrame++;
    try {
      board.apply(entry.event());
    } catch (RuntimeException e) {
      LOG.warn(
          "The board passes over the {} at {}.",
          entry.event().getClass().getSimpleName(),
          entry.position(),
          e);
    }
  }

  private void leaveFrame(Stretch stretch) {
    if (sinceFrame >= source.every() && !stretch.entries().isEmpty()) {
      sinceFrame = 0;
      try {
        var marker = new Marker(position, stretch.entries().getLast().recordedAt());
        source.frames().save(source.form().write(marker, board.contents()));
      } catch (RuntimeException e) {
        LOG.warn("The board's frame at {} cannot be kept.", position, e);
      }
    }
  }
}
