package id.antar.infra.chain;

import id.antar.api.ops.LogCheckpoint;
import java.util.Arrays;
import java.util.HexFormat;

/// What the chain has to be at a position, as somebody remembers it.
///
/// @param name of the checkpoint, for the person who reads about it
/// @param keptElsewhere by somebody whom the engine does not know
record Mark(String name, boolean keptElsewhere, long position, long events, byte[] hash) {

  /// @param where the engine keeps it
  static Mark of(LogCheckpoint checkpoint, String where) {
    return of(checkpoint, false, where);
  }

  static Mark keptElsewhere(LogCheckpoint checkpoint) {
    return of(checkpoint, true, "as it was kept elsewhere");
  }

  private static Mark of(LogCheckpoint checkpoint, boolean elsewhere, String where) {
    return new Mark(
        "checkpoint " + checkpoint.number() + " " + where,
        elsewhere,
        checkpoint.position(),
        checkpoint.events(),
        HexFormat.of().parseHex(checkpoint.hash()));
  }

  boolean holds(Link link, long eventsTo) {
    return link.index() == position && eventsTo == events && Arrays.equals(link.hash(), hash);
  }
}
