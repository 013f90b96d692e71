package id.antar.load.fanout.crowd;

import id.antar.load.fanout.server.Talk;
import java.nio.ByteBuffer;

/// Is there and takes what comes, until it is told to read no more.
final class Sleeper extends Party {

  private final Goings goings;

  Sleeper(Talk talk, Goings goings) {
    super(talk);
    this.goings = goings;
  }

  @Override
  void heard(ByteBuffer bytes, int from, int to, long nowMicros) {}

  @Override
  void gone(int code, String reason) {
    goings.closed("sleeper", code, reason);
  }
}
