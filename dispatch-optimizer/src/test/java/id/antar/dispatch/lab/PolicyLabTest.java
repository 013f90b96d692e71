package id.antar.dispatch.lab;

import static id.antar.dispatch.lab.MadeHistory.NOON;
import static id.antar.dispatch.lab.MadeHistory.TWO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.antar.api.lab.LabCommand.RunLab;
import id.antar.api.lab.LabReport;
import id.antar.api.lab.LabReport.Better;
import id.antar.api.lab.LabReport.Comparison;
import id.antar.api.lab.LabReport.Measure;
import id.antar.api.ops.JobId;
import id.antar.api.ops.JobProgress;
import id.antar.api.ops.JobResult;
import id.antar.api.order.OrderEvent.OrderDelivered;
import id.antar.dispatch.lab.facts.StoredHistory;
import id.antar.dispatch.plan.DispatchPolicy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class PolicyLabTest {

  private static final String GREEDY = "{\"basedOn\":\"greedy\"}";
  private static final String STANDARD = "{}";

  private static final MadeHistory LUNCH = MadeHistory.of(DispatchPolicy.standard(), 30, 3, 42);
  private static final LabReport ITSELF = run(LUNCH, STANDARD);
  private static final LabReport WORSE = run(LUNCH, GREEDY);

  @Test
  void theLivePolicyRunAgainComesNearWhatHappened() {
    LabReport report = ITSELF;

    assertThat(report.fidelity().failures()).isEmpty();
    assertThat(report.fidelity().correlation()).isGreaterThan(0.5);
    assertThat(report.window().orders()).isEqualTo(30);
    assertThat(report.baseline().version()).isEqualTo(DispatchPolicy.standard().version());
  }

  @Test
  void aPolicyIsNeitherBetterNorWorseThanItself() {
    LabReport report = ITSELF;

    assertThat(report.better()).isEqualTo(Better.NEITHER);
    assertThat(report.comparison())
        .allSatisfy(each -> assertThat(each.difference()).isEqualTo(0.0));
  }

  @Test
  void greedyIsFoundWorse() {
    LabReport report = WORSE;

    assertThat(report.ranked()).isTrue();
    assertThat(report.better()).isEqualTo(Better.BASELINE);
    assertThat(report.verdict()).isEqualTo("greedy-1 is worse than standard-2.");
    Comparison clickToDoor = of(report, Measure.CLICK_TO_DOOR);
    assertThat(clickToDoor.low()).isPositive();
  }

  @Test
  void theSameQuestionHasTheSameAnswer() {
    LabReport again = run(LUNCH, GREEDY);

    assertThat(JsonMapper.shared().writeValueAsString(again))
        .isEqualTo(JsonMapper.shared().writeValueAsString(WORSE));
  }

  @Test
  void theEventStoreTellsTheSame() {
    var store =
        EmbeddedEventStore.builder().storageEngine(new InMemoryEventStorageEngine()).build();
    LUNCH.events.forEach(event ->
        store.publish(
            new GenericEventMessage<>(
                new GenericMessage<>(event, MetaData.emptyInstance()), () -> NOON)));

    LabReport report =
        new PolicyLab(new StoredHistory(store), new LineStreets(), "map-1")
            .run(wish(GREEDY, null), new Told());
    store.shutDown();

    assertThat(report).isEqualTo(WORSE);
  }

  @Test
  void whatTheRerunsDoNotComeNearToIsNotRanked() {
    MadeHistory slow = LUNCH.with(PolicyLabTest::muchLater);

    LabReport report = run(slow, STANDARD);

    assertThat(report.ranked()).isFalse();
    assertThat(report.better()).isEqualTo(Better.NEITHER);
    assertThat(report.verdict()).startsWith("Not ranked").contains("click-to-door");
    assertThat(report.comparison()).allSatisfy(each -> assertThat(each.better()).isNull());
  }

  private static Object muchLater(Object event) {
    return event instanceof OrderDelivered e
        ? new OrderDelivered(
            e.orderId(),
            e.assignmentId(),
            e.courierId(),
            e.occurredAt().plus(Duration.ofMinutes(25)))
        : event;
  }

  @Test
  void aWindowWithoutOrdersCannotBeRun() {
    var empty =
        new RunLab(new JobId("job-1"), TWO.plusSeconds(1), TWO.plusSeconds(60), STANDARD, null, 3);

    assertThatThrownBy(() -> lab(LUNCH).run(empty, new Told()))
        .isInstanceOf(LabImpossible.class)
        .hasMessageStartingWith("No confirmed order");
  }

  @Test
  void aRunCanBeCancelled() {
    var told = new Told(1);

    assertThatThrownBy(() -> lab(LUNCH).run(wish(STANDARD, null), told))
        .isInstanceOf(CancellationException.class);
    assertThat(told.done).isEqualTo(1);
  }

  @Test
  void anotherBaselineIsComparedButTheLivePolicyIsBelieved() {
    LabReport report = lab(LUNCH).run(wish(STANDARD, GREEDY), new Told());

    assertThat(report.live().version()).isEqualTo("standard-2");
    assertThat(report.baseline().version()).isEqualTo("greedy-1");
    assertThat(report.better()).isEqualTo(Better.CANDIDATE);
  }

  private static Comparison of(LabReport report, Measure measure) {
    return report.comparison().stream()
        .filter(each -> each.measure() == measure)
        .findFirst()
        .orElseThrow();
  }

  private static LabReport run(MadeHistory history, String policy) {
    return lab(history).run(wish(policy, null), new Told());
  }

  private static PolicyLab lab(MadeHistory history) {
    return new PolicyLab(history, new LineStreets(), "map-1");
  }

  private static RunLab wish(String policy, @Nullable String baseline) {
    return new RunLab(new JobId("job-1"), NOON, TWO, policy, baseline, 4);
  }

  private static final class Told implements JobProgress {
    private final int wanted;
    private int done;

    Told() {
      this(Integer.MAX_VALUE);
    }

    Told(int wanted) {
      this.wanted = wanted;
    }

    @Override
    public void total(long units) {}

    @Override
    public void advance(long units) {
      if (done == wanted) {
        throw new CancellationException();
      }
      done += (int) units;
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
