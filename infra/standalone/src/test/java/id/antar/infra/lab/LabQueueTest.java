package id.antar.infra.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import id.antar.api.ops.JobProgress;
import id.antar.api.ops.JobResult;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LabQueueTest {
  private final LabQueue queue = new LabQueue();
  private final CompletableFuture<String> first = new CompletableFuture<>();

  @AfterEach
  void theEnd() {
    first.complete("done");
    queue.close();
  }

  private Thread run(boolean wanted, Runnable work) {
    return Thread.startVirtualThread(() ->
        queue.run(
            new Progress(wanted),
            () -> {
              work.run();
              return "done";
            }));
  }

  @Test
  void whatWaitsAndIsNotWantedAnyMoreLeavesAndNeverRuns() throws InterruptedException {
    var ran = new AtomicBoolean();
    Thread running = run(true, first::join);
    await().until(() -> queue.taken() == 1);

    assertThatThrownBy(() -> queue.run(new Progress(false), () -> ran.getAndSet(true)))
        .isInstanceOf(CancellationException.class);
    first.complete("done");
    running.join();

    assertThat(queue.run(new Progress(true), () -> "next")).isEqualTo("next");
    assertThat(ran).isFalse();
  }

  @Test
  void noMoreThanSomeMayWait() {
    for (int i = 0; i < LabQueue.MOST; i++) {
      assertThat(queue.isFull()).isFalse();
      int taken = i + 1;
      run(true, first::join);
      await().until(() -> queue.taken() == taken);
    }

    assertThat(queue.isFull()).isTrue();
    first.complete("done");
    await().until(() -> queue.taken() == 0);
  }

  @Test
  void aFailureIsToldAsItIs() {
    assertThatThrownBy(() ->
            queue.run(
                new Progress(true),
                () -> {
                  throw new IllegalArgumentException("on purpose");
                }))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("on purpose");
  }

  private record Progress(boolean wanted) implements JobProgress {
    @Override
    public void total(long units) {}

    @Override
    public void advance(long units) {
      if (!wanted) {
        throw new CancellationException();
      }
    }

    @Override
    public void summary(String line) {}

    @Override
    public void finding(String line) {}

    @Override
    public Path result(JobResult result) {
      throw new UnsupportedOperationException();
    }
  }
}
