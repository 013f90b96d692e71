package id.antar.load.fanout.crowd;

import id.antar.load.fanout.server.Talk;
import java.nio.ByteBuffer;

/// Sends; what it hears are refusals.
final class Publisher extends Party {

  private final Goings goings;

  Publisher(Talk talk, Goings goings) {
    super(talk);
    this.goings = goings;
  }

  @Override
  void heard(ByteBuffer bytes, int from, int to, long nowMicros) {
    String text = text(bytes, from, to);
    if (text.startsWith("{\"type\":\"problem\"")) {
      goings.note("publisher was refused: " + Follower.field(text, "\"code\":"));
    }
  }

  @Override
  void gone(int code, String reason) {
    goings.closed("publisher", code, reason);
  }
}
