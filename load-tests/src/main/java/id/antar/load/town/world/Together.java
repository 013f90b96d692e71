package id.antar.load.town.world;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// The same for many, a few at once.
final class Together {

  private Together() {}

  @FunctionalInterface
  interface Step<T> {
    T take(int number) throws InterruptedException;
  }

  /// What became of each, in their order.
  static <T> List<T> all(int atOnce, int count, Step<T> step) throws InterruptedException {
    List<Callable<T>> tasks = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int number = i;
      tasks.add(() -> step.take(number));
    }
    List<T> taken = new ArrayList<>();
    try (var executor = Executors.newFixedThreadPool(atOnce, Thread.ofVirtual().factory())) {
      for (Future<T> future : executor.invokeAll(tasks)) {
        taken.add(future.get());
      }
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(e.getCause());
    }
    return taken;
  }
}
