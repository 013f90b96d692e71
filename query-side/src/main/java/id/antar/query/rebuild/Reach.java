package id.antar.query.rebuild;

import java.util.Set;
import java.util.TreeSet;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.jspecify.annotations.Nullable;

/// How far through the event store somebody has come.
///
/// @param position of the last event that was handled, -1 before the first
/// @param gaps positions before it that had not been handled, because their event was committed
///   late or never
record Reach(long position, Set<Long> gaps) {

  static final Reach NOTHING = new Reach(-1, Set.of());

  static Reach of(@Nullable TrackingToken token) {
    TrackingToken plain = token == null ? null : WrappedToken.unwrapLowerBound(token);
    return switch (plain) {
      case null -> NOTHING;
      case GapAwareTrackingToken t -> new Reach(t.getIndex(), t.getGaps());
      default -> new Reach(plain.position().orElse(-1), Set.of());
    };
  }

  boolean includes(long event) {
    return event <= position && !gaps.contains(event);
  }

  /// Up to here, everything has been handled for certain.
  long solid() {
    return gaps.isEmpty() ? position : new TreeSet<>(gaps).getFirst() - 1;
  }

  /// The position of the event that brought this reach to `next`: a new one, or a gap that is one
  /// no more.
  long eventBefore(Reach next) {
    if (next.position > position) {
      return next.position;
    }
    return gaps.stream().filter(gap -> !next.gaps.contains(gap)).findFirst().orElse(next.position);
  }
}
