package id.antar.load.webhook;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Does the same for many at once, but not for too many.
final class Crowd {

  private static final int AT_ONCE = 16;

  private Crowd() {}

  interface Doing<T> {
    T of(int number) throws Exception;
  }

  static <T> List<T> all(int count, Doing<T> doing) throws InterruptedException {
    List<Callable<T>> jobs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int number = i;
      jobs.add(() -> doing.of(number));
    }
    List<T> done = new ArrayList<>();
    try (var threads = Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
      for (Future<T> each : threads.invokeAll(jobs)) {
        done.add(each.get());
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
    return done;
  }
}
