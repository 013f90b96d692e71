package id.antar.query.rebuild;

import java.util.Collection;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;

/// The stored events, by their positions.
public interface ReadEvents {

  /// The next events of these types, and of those within them, in the order of their positions. One
  /// that cannot be decoded throws when its payload is asked for.
  ///
  /// @param most so many of them
  Stretch read(long after, long upTo, Collection<Class<?>> types, int most);

  /// @param reached up to here no other event is wanted
  record Stretch(List<Placed> events, long reached) {
    public Stretch {
      events = List.copyOf(events);
    }
  }

  record Placed(long position, DomainEventMessage<?> message) {}
}
