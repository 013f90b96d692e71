package id.antar.query.board;

import java.time.Instant;
import java.util.Optional;

/// Where key frames are kept. They can all be made again from the log. Its calls block.
public interface BoardFrames {

  /// The whole board at one place in the log.
  ///
  /// @param revision of the fold that made it
  /// @param content nobody compares it, or changes it
  @SuppressWarnings("ArrayRecordComponent")
  record Frame(long position, Instant recordedAt, int revision, byte[] content) {}

  /// The last frame at a place or before, of a revision.
  Optional<Frame> lastUpTo(long position, int revision);

  /// A frame that is there already stays.
  void save(Frame frame);

  void dropFrom(long position);

  void drop(Frame frame);

  /// Those of other revisions.
  void dropAllBut(int revision);

  /// Of the frames recorded before a moment one is left in so many places of the log.
  void thin(Instant before, long apart);
}
