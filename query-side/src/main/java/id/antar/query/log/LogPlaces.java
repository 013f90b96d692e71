package id.antar.query.log;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The places of the event store, without what stands there. Its calls block, and each sees all
/// that was committed before it.
public interface LogPlaces {

  /// @param first the first place where nothing can be seen
  /// @param last the last one, of a row of them
  record Gap(long first, long last) {}

  /// The next places after one where something stands, ascending.
  List<Long> positionsAfter(long position, int most);

  /// Whether in a gap something stands that nobody can see yet, or something that could not be seen
  /// a moment ago.
  boolean isBeingWritten(Gap gap);

  /// One of these that were gaps, in which something stands.
  @Nullable Gap firstFilled(Collection<Gap> gaps);
}
