package id.antar.infra.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import id.antar.api.account.Permission;
import id.antar.api.ops.JobId;
import id.antar.api.ops.JobProgress;
import id.antar.api.ops.JobResult;
import id.antar.api.ops.OpsQuery.JobView;
import id.antar.api.ops.OpsQuery.JobView.State;
import id.antar.api.person.PersonId;
import id.antar.infra.work.WorkFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class JobsTest {
  private static final JobId JOB = new JobId("job-1");

  @TempDir Path folder;

  private Jobs jobs;

  @BeforeEach
  void anEngine() {
    jobs = engine();
  }

  private Jobs engine() {
    return new Jobs(Clock.systemUTC(), new JobFolder(WorkFolder.at(folder), JsonMapper.shared()));
  }

  private void start(Consumer<JobProgress> work) {
    jobs.start(JOB, "work", "analyst:anna", work);
  }

  private JobView ended() {
    return await().until(() -> jobs.view(JOB).orElseThrow(), job -> job.state() != State.RUNNING);
  }

  private static void write(JobProgress progress, boolean personal) {
    var result = new JobResult("a.txt", "text/plain", Permission.OPS_READ, personal);
    try {
      Files.writeString(progress.result(result), "hello");
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
    assertThat(jobs.find(JOB)).isPresent();
  }

  @Test
  void whatItWasWritingWhenItBrokeOffIsNotKept() {
    start(progress -> {
      write(progress, false);
      throw new IllegalStateException("on purpose");
    });

    assertThat(ended().result()).isNull();
    assertThat(jobs.find(JOB)).isEmpty();
    assertThat(folder.resolve("jobs/job-1/a.txt")).doesNotExist();
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
    jobs.cancel(JOB);
    asked.countDown();

    assertThat(ended().state()).isEqualTo(State.CANCELLED);
    assertThat(ended().summary()).isEmpty();
    assertThat(jobs.find(JOB)).isEmpty();
    assertThat(folder.resolve("jobs/job-1/a.txt")).doesNotExist();
  }

  @Test
  void whatItLeavesIsStillThereAfterARestart() {
    start(progress -> write(progress, false));
    JobView before = ended();

    jobs = engine();

    assertThat(jobs.view(JOB)).contains(before);
    assertThat(jobs.list(10)).containsExactly(before);
    assertThat(jobs.find(JOB)).hasValueSatisfying(it -> assertThat(it).hasContent("hello"));
  }

  @Test
  void oneWhoseEngineEndedHasFailed() {
    var never = new CountDownLatch(1);
    start(_ -> awaitUninterruptibly(never));

    jobs = engine();

    assertThat(ended().state()).isEqualTo(State.FAILED);
    assertThat(ended().findings()).singleElement().asString().contains("engine ended");
  }

  @Test
  void whatItWasWritingGoesWithItsEngine() throws IOException {
    var never = new CountDownLatch(1);
    var written = new CountDownLatch(1);
    start(progress -> {
      write(progress, true);
      written.countDown();
      awaitUninterruptibly(never);
    });
    awaitUninterruptibly(written);

    jobs = engine();

    assertThat(folder.resolve("jobs/job-1/a.txt")).doesNotExist();
  }

  @Test
  void oneThatCannotBeWrittenDownHasNotBegunAndMayBeStartedAgain() throws IOException {
    Path inTheWay = Files.writeString(folder.resolve("jobs/job-1"), "");
    assertThatThrownBy(() -> start(_ -> {})).isInstanceOf(UncheckedIOException.class);
    assertThat(jobs.view(JOB)).isEmpty();

    Files.delete(inTheWay);
    start(_ -> {});

    assertThat(ended().state()).isEqualTo(State.SUCCEEDED);
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
    assertThat(folder.resolve("jobs/job-1/a.txt")).doesNotExist();
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
    assertThat(jobs.find(JOB)).isPresent();

    jobs.forget(new PersonId("customer.ada"));

    assertThat(jobs.find(JOB)).isEmpty();
  }

  private static void awaitUninterruptibly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
