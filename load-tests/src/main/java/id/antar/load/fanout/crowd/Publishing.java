package id.antar.load.fanout.crowd;

import id.antar.load.fanout.measure.Deliveries;
import id.antar.load.fanout.measure.Pacing;
import id.antar.load.fanout.server.Target;
import id.antar.load.fanout.wire.Line;
import id.antar.load.fanout.wire.MicroClock;
import id.antar.load.fanout.wire.SocketLoop;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/// Has the publishers send in turn, evenly, on the loop's thread.
final class Publishing implements SocketLoop.Ticker {

  private static final int TURN = 256;
  private static final long NOTHING_TO_DO = 50_000;

  private final Target target;
  private final List<Line> lines;
  private final IntUnaryOperator audience;
  private final Deliveries deliveries;
  private @Nullable Pacing pacing;
  private long sequence;

  /// @param audience how many followers a publisher has at the moment
  Publishing(Target target, List<Line> lines, IntUnaryOperator audience, Deliveries deliveries) {
    this.target = target;
    this.lines = List.copyOf(lines);
    this.audience = audience;
    this.deliveries = deliveries;
  }

  void pace(double perSecondEach) {
    pacing =
        perSecondEach <= 0
            ? null
            : new Pacing(lines.size(), perSecondEach * lines.size(), MicroClock.now());
  }

  /// A few at a time, so that what arrives meanwhile is read.
  @Override
  public long tick(long nowMicros) {
    if (pacing == null) {
      return NOTHING_TO_DO;
    }
    for (int i = 0; i < TURN && pacing.dueMicros() <= nowMicros; i++) {
      long due = pacing.dueMicros();
      send(pacing.next(), due);
    }
    return pacing.dueMicros() - nowMicros;
  }

  private void send(int publisher, long dueMicros) {
    Line line = lines.get(publisher);
    if (line.isOpen()) {
      sequence = Math.max(MicroClock.now(), sequence + 1);
      line.say(target.message(publisher, sequence));
      deliveries.sent(sequence, dueMicros, audience.applyAsInt(publisher));
    }
  }
}
