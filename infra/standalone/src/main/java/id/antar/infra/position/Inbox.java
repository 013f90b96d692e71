package id.antar.infra.position;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Messages between the thread that brings them, which must not be held up, and one that reads
/// them. When it is full the oldest goes: a newer one says more.
final class Inbox {

  private static final int MOST = 1_000;
  private static final long PATIENCE_MILLIS = TimeUnit.SECONDS.toMillis(2);

  private final Reader reader;
  private final LongSupplier nanoTime;
  private final Runnable missed;
  private final BlockingQueue<Runnable> letters = new ArrayBlockingQueue<>(MOST);
  private @Nullable Thread thread;

  interface Reader {

    /// @param nanoTime when it came in
    void read(byte[] text, long nanoTime);
  }

  /// @param missed told of each message that nobody reads
  Inbox(Reader reader, LongSupplier nanoTime, Runnable missed) {
    this.reader = reader;
    this.nanoTime = nanoTime;
    this.missed = missed;
  }

  void put(byte[] text) {
    long now = nanoTime.getAsLong();
    Runnable letter = () -> reader.read(text, now);
    while (!letters.offer(letter)) {
      if (letters.poll() != null) {
        missed.run();
      }
    }
  }

  synchronized void start() {
    if (thread == null) {
      thread = Thread.ofPlatform().daemon().name("live-updates-in").start(this::read);
    }
  }

  synchronized void stop() {
    Thread reading = thread;
    thread = null;
    if (reading == null) {
      return;
    }
    reading.interrupt();
    try {
      reading.join(PATIENCE_MILLIS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void read() {
    try {
      while (true) {
        letters.take().run();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
