package id.antar.infra.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.antar.api.ops.JobId;
import id.antar.api.ops.OpsQuery.JobView.State;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class JobsTest {
  private static final JobId JOB = new JobId("job-1");

  private final Jobs jobs = new Jobs(Clock.systemUTC());

  private State end() {
    return await()
        .until(() -> jobs.find(JOB).orElseThrow().state(), state -> state != State.RUNNING);
  }

  @Test
  void aJobTellsHowFarItIsAndSucceeds() {
    jobs.start(
        JOB,
        "work",
        progress -> {
          progress.total(2);
          progress.advance(2);
          progress.summary("two things");
        });

    assertThat(end()).isEqualTo(State.SUCCEEDED);
    assertThat(jobs.find(JOB).orElseThrow())
        .satisfies(it -> assertThat(it.done()).isEqualTo(it.total()).isEqualTo(2))
        .satisfies(it -> assertThat(it.summary()).containsExactly("two things"));
  }

  @Test
  void aFindingMakesItFail() {
    jobs.start(JOB, "work", progress -> progress.finding("this is wrong"));

    assertThat(end()).isEqualTo(State.FAILED);
  }

  @Test
  void whatItThrowsIsAFinding() {
    jobs.start(
        JOB,
        "work",
        _ -> {
          throw new IllegalStateException("on purpose");
        });

    assertThat(end()).isEqualTo(State.FAILED);
    assertThat(jobs.find(JOB).orElseThrow().findings())
        .singleElement()
        .asString()
        .contains("on purpose");
  }

  @Test
  void anErrorIsOneToo() {
    jobs.start(
        JOB,
        "work",
        _ -> {
          throw new StackOverflowError("on purpose");
        });

    assertThat(end()).isEqualTo(State.FAILED);
  }

  @Test
  void startedTwiceItRunsOnce() {
    var runs = new AtomicInteger();
    jobs.start(JOB, "work", _ -> runs.incrementAndGet());
    jobs.start(JOB, "work", _ -> runs.incrementAndGet());

    assertThat(end()).isEqualTo(State.SUCCEEDED);
    assertThat(runs).hasValue(1);
  }
}
