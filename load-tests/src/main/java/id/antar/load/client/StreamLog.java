package id.antar.load.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;
import org.jspecify.annotations.Nullable;

/// What became of all streams: what each was told, how often they broke and moved, how soon they
/// were back, and for how long nothing came over any of them.
public final class StreamLog {

  /// What keeps coming as long as the engine works.
  public enum Flow {
    FACT,
    OFFER,
    POSITION
  }

  private final boolean keepsFacts;
  private final ConcurrentLinkedQueue<Told> told = new ConcurrentLinkedQueue<>();
  private final LongAdder opened = new LongAdder();
  private final LongAdder breaks = new LongAdder();
  private final LongAdder sentAway = new LongAdder();
  private final LongAdder moves = new LongAdder();
  private final ConcurrentHistogram back = Latencies.newHistogram();
  private final LongAdder backAfterOutage = new LongAdder();
  private final Map<Flow, Pause> pauses = new EnumMap<>(Flow.class);
  private long longestBackNanos;

  /// @param keepsFacts whether to remember every fact, to compare it with the log in the end
  public StreamLog(boolean keepsFacts) {
    this.keepsFacts = keepsFacts;
    for (Flow flow : Flow.values()) {
      pauses.put(flow, new Pause());
    }
  }

  public long opened() {
    return opened.sum();
  }

  /// How often a stream ended that was to stay.
  public long breaks() {
    return breaks.sum();
  }

  /// How many of these were told that the gateway is about to go.
  public long sentAway() {
    return sentAway.sum();
  }

  /// How often a stream went to another gateway by itself.
  public long moves() {
    return moves.sum();
  }

  /// How long it took from each break until the stream had all its topics again.
  public Latency back() {
    return Latencies.summary("back", back);
  }

  public Duration longestBack() {
    return Duration.ofNanos(back.getTotalCount() == 0 ? 0 : back.getMaxValue() * 1000);
  }

  /// Those that had no gateway to go to for a while.
  public long backAfterOutage() {
    return backAfterOutage.sum();
  }

  public List<Told> told() {
    return List.copyOf(told);
  }

  /// From now on, the longest back and the pauses are counted anew.
  public synchronized void mark() {
    longestBackNanos = 0;
    pauses.values().forEach(Pause::begin);
  }

  /// Since the mark, those that are not back yet left out.
  public synchronized Duration longestBackSinceMark() {
    return Duration.ofNanos(longestBackNanos);
  }

  /// The longest time since the mark in which nothing of this came to anybody, the one that still
  /// lasts included.
  public synchronized Duration longestPause(Flow flow) {
    return Duration.ofNanos(pause(flow).longest());
  }

  /// How many have come since the mark.
  public synchronized long since(Flow flow) {
    return pause(flow).count;
  }

  private Pause pause(Flow flow) {
    return pauses.computeIfAbsent(flow, _ -> new Pause());
  }

  void countOpened() {
    opened.increment();
  }

  void countBreak(boolean told) {
    breaks.increment();
    if (told) {
      sentAway.increment();
    }
  }

  void countMove() {
    moves.increment();
  }

  void countBack(long nanos, boolean hadNowhereToGo) {
    if (hadNowhereToGo) {
      backAfterOutage.increment();
      return;
    }
    Latencies.record(back, nanos);
    synchronized (this) {
      longestBackNanos = Math.max(longestBackNanos, nanos);
    }
  }

  @Nullable Told begin(Actor actor, String topic) {
    if (!keepsFacts) {
      return null;
    }
    Told begun = new Told(actor, topic);
    told.add(begun);
    return begun;
  }

  synchronized void hear(Frame frame) {
    for (Flow flow : flows(frame)) {
      pause(flow).heard();
    }
  }

  private static List<Flow> flows(Frame frame) {
    List<Flow> flows = new ArrayList<>(2);
    if (frame.recordedAt() != null) {
      flows.add(Flow.FACT);
    }
    if (frame.tells("AssignmentOffered")) {
      flows.add(Flow.OFFER);
    }
    if (frame.is("position")) {
      flows.add(Flow.POSITION);
    }
    return flows;
  }

  private static final class Pause {
    private long lastNanos = System.nanoTime();
    private long longestNanos;
    private long count;

    void begin() {
      lastNanos = System.nanoTime();
      longestNanos = 0;
      count = 0;
    }

    void heard() {
      longestNanos = longest();
      lastNanos = System.nanoTime();
      count++;
    }

    long longest() {
      return Math.max(longestNanos, System.nanoTime() - lastNanos);
    }
  }
}
