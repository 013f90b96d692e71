package id.antar.query.search;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the database knows of an index.
///
/// @param uuid the search server's own name of the index that was filled
/// @param position of the last event that can be found in it
/// @param asOf engine time; what was recorded before it can be found
/// @param marked a position that was written into the index itself
/// @param rebuilding whether an engine is making it anew
public record IndexRecord(
    String uuid, long position, @Nullable Instant asOf, long marked, boolean rebuilding) {

  /// An index as the search server has it.
  ///
  /// @param version of its mapping
  /// @param marked the position that was last written into it
  public record Found(String name, String uuid, long version, long marked) {}

  /// Why it cannot be trusted to hold what it should, or nothing.
  static Optional<String> fault(
      @Nullable Found found, @Nullable IndexRecord known, Mapping mapping) {
    if (found == null) {
      return Optional.of("is not there");
    }
    if (known == null || !known.uuid().equals(found.uuid())) {
      return Optional.of("is not the one that was filled");
    }
    if (found.version() < mapping.version()) {
      return Optional.of("is of version " + found.version() + ", not " + mapping.version());
    }
    if (found.marked() < known.marked()) {
      return Optional.of("has lost what it had at event " + known.marked());
    }
    return found.marked() > known.position()
        ? Optional.of("holds events that the store does not have")
        : Optional.empty();
  }
}
