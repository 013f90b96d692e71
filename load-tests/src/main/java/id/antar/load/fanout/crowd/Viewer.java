package id.antar.load.fanout.crowd;

import id.antar.load.fanout.measure.Deliveries;
import id.antar.load.fanout.server.Talk;
import id.antar.load.fanout.wire.BinaryFrames;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

/// Looks at a window of the map, by binary frames. How old a position is it knows to the
/// millisecond, by the time of its fix; one that it is shown again does not count again.
final class Viewer extends Party {

  /// Ages are rounded.
  private static final long THE_SAME_MILLIS = 2;

  private final Deliveries deliveries;
  private final Goings goings;
  private final long engineAheadMicros;
  private final Map<Long, Long> newest = new HashMap<>();

  Viewer(Talk talk, Deliveries deliveries, Goings goings, long engineAheadMicros) {
    super(talk);
    this.deliveries = deliveries;
    this.goings = goings;
    this.engineAheadMicros = engineAheadMicros;
  }

  @Override
  void heard(ByteBuffer bytes, int from, int to, long nowMicros) {
    int there =
        BinaryFrames.read(
            bytes, from, to, (number, _, _, fixMillis) -> see(number, fixMillis, nowMicros));
    if (there < 0) {
      deliveries.other(nowMicros);
    } else {
      deliveries.carried(nowMicros, to - from);
    }
  }

  @Override
  void gone(int code, String reason) {
    goings.closed("viewer", code, reason);
  }

  private void see(long number, long fixMillis, long nowMicros) {
    if (fixMillis > newest.getOrDefault(number, 0L) + THE_SAME_MILLIS) {
      newest.put(number, fixMillis);
      deliveries.arrived(fixMillis * 1000 - engineAheadMicros, nowMicros, 0);
    }
  }
}
