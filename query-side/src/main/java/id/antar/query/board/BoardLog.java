package id.antar.query.board;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// The event store as the board reads it: by places. Its calls block.
public interface BoardLog {

  /// A place where an event stands, and when that was recorded, in milliseconds.
  record Marker(long position, Instant recordedAt) {}

  record Entry(long position, Instant recordedAt, Object event) {}

  /// @param upTo all events up to here are among the entries, but those that cannot be read
  record Stretch(List<Entry> entries, long upTo) {
    public Stretch {
      entries = List.copyOf(entries);
    }
  }

  Optional<Marker> first();

  /// The last event there is.
  Optional<Marker> head();

  /// The last event at a place or before.
  Optional<Marker> lastUpTo(long position);

  /// The last event that was recorded at a moment or before.
  Optional<Marker> lastUpTo(Instant at);

  /// Events of these types after a place and up to another one, ascending, as far as it goes at
  /// once. One that cannot be read is left out.
  Stretch read(long after, long upTo, Collection<Class<?>> types, int most);
}
