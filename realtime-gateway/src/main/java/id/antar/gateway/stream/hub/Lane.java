package id.antar.gateway.stream.hub;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The connections of one event loop. Whatever concerns them is a step in one queue, which the loop
/// takes in order; so nothing of theirs needs a lock, and what was posted first happens first. A
/// connection that was written to is flushed once for all the steps that were waiting.
final class Lane {

  private static final Logger log = LoggerFactory.getLogger(Lane.class);

  /// Steps taken before others get their turn on the same thread.
  private static final int TURN = 256;

  /// So many written connections are not kept waiting for their flush.
  private static final int FLUSH = 64;

  private final Executor loop;
  private final LongSupplier nanoTime;
  private final LongConsumer latencyNanos;
  private final Queue<Runnable> steps = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean awake = new AtomicBoolean();
  private final List<Connection> written = new ArrayList<>();
  private long[] measured = new long[16];
  private int measuredCount;

  Lane(Executor loop, LongSupplier nanoTime, LongConsumer latencyNanos) {
    this.loop = loop;
    this.nanoTime = nanoTime;
    this.latencyNanos = latencyNanos;
  }

  void post(Runnable step) {
    steps.add(step);
    if (awake.compareAndSet(false, true)) {
      wake();
    }
  }

  /// On the lane's thread: the connection waits for its flush.
  void written(Connection connection) {
    written.add(connection);
    if (written.size() >= FLUSH) {
      flush();
    }
  }

  /// On the lane's thread: how long it took will be told at the flush.
  void measure(long receivedNanos) {
    if (measuredCount == measured.length) {
      measured = Arrays.copyOf(measured, measuredCount * 2);
    }
    measured[measuredCount++] = receivedNanos;
  }

  long nanoTime() {
    return nanoTime.getAsLong();
  }

  private void wake() {
    try {
      loop.execute(this::run);
    } catch (RejectedExecutionException _) {
      steps.clear();
    }
  }

  private void run() {
    try {
      Runnable step;
      for (int i = 0; i < TURN && (step = steps.poll()) != null; i++) {
        take(step);
      }
      flush();
      tellLatencies();
    } finally {
      awake.set(false);
      if (!steps.isEmpty() && awake.compareAndSet(false, true)) {
        wake();
      }
    }
  }

  /// One failure, out of memory included, must not end what all others wait for.
  private static void take(Runnable step) {
    try {
      step.run();
    } catch (RuntimeException | Error e) {
      log.error("A stream's step failed.", e);
    }
  }

  private void flush() {
    for (Connection connection : written) {
      take(connection::flush);
    }
    written.clear();
  }

  private void tellLatencies() {
    if (measuredCount > 0) {
      long now = nanoTime();
      for (int i = 0; i < measuredCount; i++) {
        latencyNanos.accept(now - measured[i]);
      }
      measuredCount = 0;
    }
  }
}
