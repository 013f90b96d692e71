package id.antar.load.fanout.measure;

/// When which of several senders is to send: one after the other, evenly over time, for ever.
public final class Pacing {

  private final int senders;
  private final double microsBetween;
  private final long startMicros;
  private long sent;

  /// @param perSecond messages of all senders together
  public Pacing(int senders, double perSecond, long startMicros) {
    if (senders < 1 || perSecond <= 0) {
      throw new IllegalArgumentException(
          "senders (" + senders + ") or perSecond (" + perSecond + ") is not positive.");
    }
    this.senders = senders;
    this.microsBetween = 1e6 / perSecond;
    this.startMicros = startMicros;
  }

  /// When the next message is due.
  public long dueMicros() {
    return startMicros + Math.round(sent * microsBetween);
  }

  /// Takes the next turn: who has it.
  public int next() {
    return (int) (sent++ % senders);
  }
}
