package id.antar.load.fanout.scene;

import id.antar.load.client.Incidents;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/// Does many things at once, but not too many. What goes wrong is an incident.
final class Hands implements AutoCloseable {

  private static final int AT_ONCE = 24;
  private static final long TELLS_EVERY_SECONDS = 5;

  interface Job {
    void run() throws InterruptedException;
  }

  interface NumberedJob {
    void run(int number) throws InterruptedException;
  }

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Semaphore room = new Semaphore(AT_ONCE);
  private final AtomicInteger begun = new AtomicInteger();
  private final Incidents incidents;
  private final Consumer<String> progress;

  Hands(Incidents incidents, Consumer<String> progress) {
    this.incidents = incidents;
    this.progress = progress;
  }

  void begin(String what, Job job) {
    begun.incrementAndGet();
    threads.execute(() -> {
      try {
        room.acquire();
        try {
          job.run();
        } finally {
          room.release();
        }
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      } catch (RuntimeException e) {
        incidents.report(what, e.toString());
      } finally {
        begun.decrementAndGet();
      }
    });
  }

  /// Does it for each number and waits for all.
  void all(String what, int count, NumberedJob job) throws InterruptedException {
    CountDownLatch left = new CountDownLatch(count);
    AtomicInteger done = new AtomicInteger();
    for (int i = 0; i < count; i++) {
      int number = i;
      begin(
          what,
          () -> {
            try {
              job.run(number);
              done.incrementAndGet();
            } finally {
              left.countDown();
            }
          });
    }
    while (!left.await(TELLS_EVERY_SECONDS, TimeUnit.SECONDS)) {
      progress.accept(what + ": " + done + " of " + count);
    }
    progress.accept(what + ": " + done + " of " + count);
  }

  /// Waits for what was begun.
  void drain() throws InterruptedException {
    while (begun.get() > 0) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
