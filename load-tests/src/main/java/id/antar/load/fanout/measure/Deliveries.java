package id.antar.load.fanout.measure;

import org.HdrHistogram.Histogram;

/// What was sent and what arrived, of the messages that were sent within a span of time.
public final class Deliveries {

  private static final long HIGHEST_MICROS = 120_000_000;
  private static final int DIGITS = 3;

  private final Histogram latencies = new Histogram(HIGHEST_MICROS, DIGITS);
  private final Histogram lateSends = new Histogram(HIGHEST_MICROS, DIGITS);
  private long fromMicros = Long.MAX_VALUE;
  private long toMicros = Long.MAX_VALUE;
  private long sent;
  private long wanted;
  private long bytes;
  private long others;

  /// All times in microseconds.
  ///
  /// @param wanted deliveries that what was sent should have led to
  /// @param bytes payload of the messages that arrived
  /// @param others messages that arrived meanwhile and carry no position
  /// @param lateP99 how far behind its own schedule the sender was
  public record Count(
      double seconds,
      long sent,
      long wanted,
      long got,
      long bytes,
      long others,
      long p50,
      long p99,
      long p999,
      long max,
      long lateP99) {

    public double perSecond() {
      return got / seconds;
    }

    public double bytesEach() {
      return got == 0 ? 0 : (double) bytes / got;
    }
  }

  /// Forgets everything; what is sent from this moment on counts.
  public synchronized void begin(long nowMicros) {
    latencies.reset();
    lateSends.reset();
    sent = 0;
    wanted = 0;
    bytes = 0;
    others = 0;
    fromMicros = nowMicros;
    toMicros = Long.MAX_VALUE;
  }

  /// What is sent from this moment on does not count; what was sent before may still arrive.
  public synchronized void end(long nowMicros) {
    toMicros = nowMicros;
  }

  public synchronized void sent(long sentMicros, long dueMicros, int audience) {
    if (counts(sentMicros)) {
      sent++;
      wanted += audience;
      lateSends.recordValue(clamp(sentMicros - dueMicros));
    }
  }

  public synchronized void arrived(long sentMicros, long nowMicros, int payload) {
    if (counts(sentMicros)) {
      latencies.recordValue(clamp(nowMicros - sentMicros));
      bytes += payload;
    }
  }

  /// The message in which several arrived.
  public synchronized void carried(long nowMicros, int payload) {
    if (counts(nowMicros)) {
      bytes += payload;
    }
  }

  public synchronized void other(long nowMicros) {
    if (counts(nowMicros)) {
      others++;
    }
  }

  public synchronized Count count() {
    return new Count(
        (toMicros - fromMicros) / 1e6,
        sent,
        wanted,
        latencies.getTotalCount(),
        bytes,
        others,
        latencies.getValueAtPercentile(50),
        latencies.getValueAtPercentile(99),
        latencies.getValueAtPercentile(99.9),
        latencies.getMaxValue(),
        lateSends.getValueAtPercentile(99));
  }

  private boolean counts(long micros) {
    return micros >= fromMicros && micros < toMicros;
  }

  private static long clamp(long micros) {
    return Math.clamp(micros, 0, HIGHEST_MICROS);
  }
}
