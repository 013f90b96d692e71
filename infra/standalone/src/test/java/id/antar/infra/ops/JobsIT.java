package id.antar.infra.ops;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.antar.api.account.Permission;
import id.antar.api.ops.JobFiles;
import id.antar.api.ops.JobId;
import id.antar.api.ops.JobProgress;
import id.antar.api.ops.JobResult;
import id.antar.api.ops.OpsQuery.JobView;
import id.antar.api.ops.OpsQuery.JobView.State;
import id.antar.api.person.PersonId;
import id.antar.infra.engine.TestEngine;
import id.antar.infra.work.WorkFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// Two processes on one database.
class JobsIT {
  private static final Duration BEAT = Duration.ofMillis(50);

  private final JobId job = new JobId("job-" + UUID.randomUUID());
  private final String owner = "one-" + UUID.randomUUID();
  private final JdbcClient database = JdbcClient.create(TestEngine.bean(DataSource.class));
  private final TransactionTemplate transactions =
      new TransactionTemplate(TestEngine.bean(PlatformTransactionManager.class));
  private final JobTable table = new JobTable(database, transactions, JsonMapper.shared());
  private final List<Jobs> started = new ArrayList<>();

  @TempDir Path folder;
  @TempDir Path otherFolder;

  private Jobs jobs;
  private Jobs others;

  @BeforeEach
  void twoProcesses() {
    jobs = process(owner, folder);
    others = process("other-" + owner, otherFolder);
  }

  private Jobs process(String name, Path work) {
    var process =
        new Jobs(Clock.systemUTC(), table, new JobFolder(WorkFolder.at(work)), name, BEAT);
    started.add(process);
    return process;
  }

  private void restart() {
    jobs.close();
    jobs = process(owner, folder);
  }

  @AfterEach
  void close() {
    started.forEach(Jobs::close);
    table.deleteResult(job);
    transactions.executeWithoutResult(
        _ -> database.sql("DELETE FROM job WHERE job_id = ?").param(job.value()).update());
  }

  private void start(Consumer<JobProgress> work) {
    jobs.start(job, "work", "analyst:anna", work);
  }

  private JobView ended() {
    return await().until(() -> jobs.view(job).orElseThrow(), it -> it.state() != State.RUNNING);
  }

  private Optional<String> left() {
    return others.length(job).isEmpty()
        ? Optional.empty()
        : others.piece(job, 0).map(it -> new String(it, UTF_8));
  }

  private Path scratch() {
    return folder.resolve("jobs/" + job + "/a.txt");
  }

  private static void write(JobProgress progress, boolean personal) {
    write(progress, personal, "hello");
  }

  private static void write(JobProgress progress, String text) {
    write(progress, false, text);
  }

  private static void write(JobProgress progress, boolean personal, String text) {
    var result = new JobResult("a.txt", "text/plain", Permission.OPS_READ, personal);
    try {
      Files.writeString(progress.result(result), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aJobTellsHowFarItIsAndSucceeds() {
    start(progress -> {
      progress.total(2);
      progress.advance(2);
      progress.summary("two things");
    });

    assertThat(ended())
        .satisfies(it -> assertThat(it.state()).isEqualTo(State.SUCCEEDED))
        .satisfies(it -> assertThat(it.done()).isEqualTo(it.total()).isEqualTo(2))
        .satisfies(it -> assertThat(it.summary()).containsExactly("two things"));
  }

  @Test
  void aFindingMakesItFail() {
    start(progress -> progress.finding("this is wrong"));

    assertThat(ended().state()).isEqualTo(State.FAILED);
  }

  @Test
  void whatItLeavesIsKeptWhateverItHasFound() {
    start(progress -> {
      write(progress, false);
      progress.finding("this is wrong");
    });

    assertThat(ended().state()).isEqualTo(State.FAILED);
    assertThat(left()).contains("hello");
  }

  @Test
  void whatItWasWritingWhenItBrokeOffIsNotKept() {
    start(progress -> {
      write(progress, false);
      throw new IllegalStateException("on purpose");
    });

    assertThat(ended().result()).isNull();
    assertThat(left()).isEmpty();
    assertThat(scratch()).doesNotExist();
  }

  @Test
  void whatItThrowsIsAFinding() {
    start(_ -> {
      throw new IllegalStateException("on purpose");
    });

    assertThat(ended().state()).isEqualTo(State.FAILED);
    assertThat(ended().findings()).singleElement().asString().contains("on purpose");
  }

  @Test
  void anErrorIsOneToo() {
    start(_ -> {
      throw new StackOverflowError("on purpose");
    });

    assertThat(ended().state()).isEqualTo(State.FAILED);
  }

  @Test
  void startedTwiceItRunsOnce() {
    var runs = new AtomicInteger();
    start(_ -> runs.incrementAndGet());
    start(_ -> runs.incrementAndGet());

    assertThat(ended().state()).isEqualTo(State.SUCCEEDED);
    assertThat(runs).hasValue(1);
  }

  @Test
  void oneThatIsNotWantedAnyMoreStopsAtItsNextStepAndLeavesNothing() {
    var asked = new CountDownLatch(1);
    start(progress -> {
      write(progress, false);
      awaitUninterruptibly(asked);
      progress.advance(1);
      progress.summary("never said");
    });
    jobs.cancel(job);
    asked.countDown();

    assertThat(ended().state()).isEqualTo(State.CANCELLED);
    assertThat(ended().summary()).isEmpty();
    assertThat(left()).isEmpty();
    assertThat(scratch()).doesNotExist();
  }

  @Test
  void whatItLeavesIsStillThereAfterARestart() {
    start(progress -> write(progress, false));
    JobView before = ended();

    restart();

    assertThat(jobs.view(job)).contains(before);
    assertThat(jobs.list(100)).contains(before);
    assertThat(left()).contains("hello");
  }

  @Test
  void whatItLeavesIsReadInPieces() {
    String text = "0123456789abcdef".repeat(JobFiles.PIECE / 8) + "the end";
    start(progress -> write(progress, text));
    assertThat(ended().state()).isEqualTo(State.SUCCEEDED);

    assertThat(others.length(job)).hasValue(text.length());
    String read =
        IntStream.range(0, 3)
            .mapToObj(it -> new String(others.piece(job, it).orElseThrow(), UTF_8))
            .collect(Collectors.joining());
    assertThat(read).isEqualTo(text);
    assertThat(others.piece(job, 3)).isEmpty();
    await().untilAsserted(() -> assertThat(scratch()).doesNotExist());
  }

  @Test
  void anotherProcessSeesHowFarItIs() {
    var goOn = new CountDownLatch(1);
    start(progress -> {
      progress.total(2);
      progress.advance(1);
      awaitUninterruptibly(goOn);
    });

    await().until(() -> others.view(job).map(JobView::done).orElse(0L), it -> it == 1);
    assertThat(others.list(100)).anyMatch(it -> it.jobId().equals(job));
    goOn.countDown();
    await()
        .until(
            () -> others.view(job).map(JobView::state).orElseThrow(), it -> it == State.SUCCEEDED);
  }

  @Test
  void anotherProcessCancelsIt() {
    start(progress -> {
      while (true) {
        progress.advance(1);
        Thread.yield();
      }
    });

    others.cancel(job);

    assertThat(ended().state()).isEqualTo(State.CANCELLED);
  }

  @Test
  void startedInTwoProcessesItRunsOnce() {
    var runs = new AtomicInteger();
    start(_ -> runs.incrementAndGet());
    others.start(job, "work", "analyst:anna", _ -> runs.incrementAndGet());

    assertThat(ended().state()).isEqualTo(State.SUCCEEDED);
    assertThat(runs).hasValue(1);
  }

  @Test
  void oneThatWasNotHeardOfForLongHasFailed() {
    var never = new CountDownLatch(1);
    start(_ -> awaitUninterruptibly(never));
    jobs.close();
    transactions.executeWithoutResult(_ ->
        database
            .sql(
                "UPDATE job SET heard_of_at = UTC_TIMESTAMP(6) - INTERVAL 31 SECOND"
                    + " WHERE job_id = ?")
            .param(job.value())
            .update());

    assertThat(others.view(job).orElseThrow().state()).isEqualTo(State.FAILED);
    assertThat(others.view(job).orElseThrow().findings())
        .singleElement()
        .asString()
        .contains("engine ended");
  }

  @Test
  void oneWhoseEngineEndedHasFailed() {
    var never = new CountDownLatch(1);
    start(_ -> awaitUninterruptibly(never));

    restart();

    assertThat(ended().state()).isEqualTo(State.FAILED);
    assertThat(ended().findings()).singleElement().asString().contains("engine ended");
  }

  @Test
  void whatItWasWritingGoesWithItsEngine() {
    var never = new CountDownLatch(1);
    var written = new CountDownLatch(1);
    start(progress -> {
      write(progress, true);
      written.countDown();
      awaitUninterruptibly(never);
    });
    awaitUninterruptibly(written);

    restart();

    assertThat(scratch()).doesNotExist();
  }

  @Test
  void whoIsForgottenAfterItsLastStepIsNotInWhatItLeaves() {
    var forgotten = new CountDownLatch(1);
    var written = new CountDownLatch(1);
    start(progress -> {
      write(progress, true);
      written.countDown();
      awaitUninterruptibly(forgotten);
    });
    awaitUninterruptibly(written);
    jobs.forget(new PersonId("customer.ada"));
    forgotten.countDown();

    assertThat(ended().state()).isEqualTo(State.CANCELLED);
    assertThat(scratch()).doesNotExist();
  }

  @Test
  void findingsWithoutNumberAreCounted() {
    start(progress -> IntStream.range(0, 1_003).forEach(i -> progress.finding("row " + i)));

    assertThat(ended().findings()).hasSize(1_001).last().isEqualTo("and 3 more");
  }

  @Test
  void whatIsPersonalGoesWithTheFirstPersonWhoIsForgotten() {
    start(progress -> write(progress, true));
    assertThat(ended().state()).isEqualTo(State.SUCCEEDED);
    assertThat(left()).contains("hello");

    others.forget(new PersonId("customer.ada"));

    assertThat(left()).isEmpty();
  }

  private static void awaitUninterruptibly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
