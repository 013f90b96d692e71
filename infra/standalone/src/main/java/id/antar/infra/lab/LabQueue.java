package id.antar.infra.lab;

import id.antar.api.ops.JobProgress;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/// Runs compute for minutes, so they are on one thread of their own, one after the other. One that
/// is not wanted any more leaves, whether it waits or computes.
final class LabQueue implements AutoCloseable {
  static final int MOST = 10;

  private static final int LOOK_EACH_MILLIS = 500;

  private final Semaphore places = new Semaphore(MOST);
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("lab").daemon().factory());

  boolean isFull() {
    return taken() == MOST;
  }

  int taken() {
    return MOST - places.availablePermits();
  }

  /// @throws java.util.concurrent.CancellationException if it is not wanted any more
  <T> T run(JobProgress progress, Supplier<T> work) {
    places.acquireUninterruptibly();
    CompletableFuture<T> result = CompletableFuture.supplyAsync(work, thread);
    try {
      return await(progress, result);
    } finally {
      // Of one that waits; one that computes stops at its next step.
      boolean _ = result.cancel(false);
      places.release();
    }
  }

  private static <T> T await(JobProgress progress, CompletableFuture<T> result) {
    while (true) {
      try {
        return result.get(LOOK_EACH_MILLIS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException _) {
        progress.advance(0);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("Nobody waits for the lab any more.", e);
      } catch (ExecutionException e) {
        throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
      }
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
