package id.antar.infra.chain;

import id.antar.api.ops.LogCheckpoint;
import java.util.Arrays;
import java.util.HexFormat;

/// What the chain has to be at a position, as somebody remembers it.
///
/// @param name of the checkpoint, for the person who reads about it
record Mark(String name, long position, long events, byte[] hash) {

  static Mark of(LogCheckpoint checkpoint, String where) {
    return new Mark(
        "checkpoint " + checkpoint.number() + " " + where,
        checkpoint.position(),
        checkpoint.events(),
        HexFormat.of().parseHex(checkpoint.hash()));
  }

  boolean holds(Link link, long eventsTo) {
    return link.index() == position && eventsTo == events && Arrays.equals(link.hash(), hash);
  }
}
