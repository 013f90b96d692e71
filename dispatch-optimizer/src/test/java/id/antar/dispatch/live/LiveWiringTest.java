package id.antar.dispatch.live;

import static id.antar.dispatch.live.Town.ADA;
import static id.antar.dispatch.live.Town.NOON;
import static id.antar.dispatch.live.Town.ORDER;
import static id.antar.dispatch.live.Town.confirmed;
import static id.antar.dispatch.live.Town.onShift;
import static id.antar.dispatch.live.Town.placed;
import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.dispatch.DecisionId;
import id.antar.api.dispatch.DispatchEvent.DispatchDecided;
import id.antar.api.dispatch.DispatchTerm;
import id.antar.api.dispatch.ZoneId;
import id.antar.api.ops.JobProgress;
import id.antar.api.ops.JobResult;
import id.antar.api.time.EngineClock;
import id.antar.dispatch.fleet.FleetIndex;
import id.antar.dispatch.plan.DispatchPlanner;
import id.antar.dispatch.plan.DispatchPolicy;
import id.antar.dispatch.plan.DispatchProblem;
import id.antar.dispatch.plan.PlanJson;
import id.antar.dispatch.plan.TravelTimes;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.serialization.json.JacksonSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Board keeper, catch-up and verifier on a real, in-memory Axon.
class LiveWiringTest {

  private final OpenBoard board = new OpenBoard();
  private final Semaphore wakes = new Semaphore(0);
  private final Configuration axon =
      DefaultConfigurer.defaultConfiguration()
          .configureSerializer(_ -> JacksonSerializer.defaultSerializer())
          .configureEmbeddedEventStore(_ -> new InMemoryEventStorageEngine())
          .eventProcessing(processing ->
              processing
                  .usingPooledStreamingEventProcessors(
                      (_, processor) -> processor.initialSegmentCount(1))
                  .registerEventHandler(_ -> keeper()))
          .buildConfiguration();

  private BoardKeeper keeper() {
    return new BoardKeeper(
        board,
        new FleetIndex(Duration.ofMinutes(2)),
        wakes::release,
        new DispatchMetrics(new SimpleMeterRegistry()));
  }

  @AfterEach
  void shutdown() {
    axon.shutdown();
  }

  private void publish(Object event) {
    axon.eventStore().publish(GenericEventMessage.asEventMessage(event));
  }

  @Test
  void theBoardCatchesUpWithTheStoreAndCallsForRounds() throws InterruptedException {
    publish(placed(ORDER));
    publish(onShift(ADA));
    publish(confirmed(ORDER, 0));
    publish("something that the dispatcher does not know");
    axon.start();
    EventStore events = axon.eventStore();
    var caughtUp =
        new CatchUp(
            events::createHeadToken,
            () ->
                axon.eventProcessingConfiguration()
                    .eventProcessorByProcessingGroup(
                        BoardKeeper.GROUP, StreamingEventProcessor.class)
                    .orElseThrow()
                    .processingStatus()
                    .values(),
            System::nanoTime);
    var loop =
        new DispatchLoop(
            "main",
            _ -> wakes.release(),
            () -> Optional.of(new DispatchTerm(new ZoneId("main"), 1)),
            () -> caughtUp,
            new EngineClock(NOON, 1, () -> 0),
            Duration.ofHours(1),
            new DispatchMetrics(new SimpleMeterRegistry()));
    loop.start();
    try {
      assertThat(wakes.tryAcquire(3, 20, TimeUnit.SECONDS)).isTrue();
    } finally {
      loop.stop();
    }
    assertThat(board.openOrders()).hasSize(1);
    assertThat(board.snapshot(NOON).idle()).hasSize(1);
  }

  @Test
  void recordedDecisionsAreVerifiedAndADifferenceIsFound() {
    String problem =
        PlanJson.write(
            new DispatchProblem(
                new ZoneId("main"),
                NOON,
                1,
                DispatchPolicy.standard(),
                0,
                List.of(),
                List.of(),
                List.of(),
                TravelTimes.builder().build()));
    String plan = PlanJson.replan(problem, 0);
    publish(decided("good", problem, plan));
    publish(decided("packed", PlanJson.pack(problem), PlanJson.pack(plan)));
    publish(placed(ORDER));
    publish(decided("forged", problem, plan.replace("standard-2", "standard-9")));
    publish(decided("broken", "{", plan));
    publish(decided("old", "1", "{", plan));
    var job = new RecordingJob();
    new DecisionVerifier(axon.eventStore()).run(job);
    assertThat(job.findings).hasSize(2);
    assertThat(job.findings.getFirst()).contains("forged").contains("standard-9");
    assertThat(job.summary.getFirst())
        .contains("5 decisions")
        .contains("2 the same")
        .contains("1 of another");
    assertThat(job.done).isEqualTo(job.total).isEqualTo(6);
  }

  @Test
  void anEmptyStoreHasNothingToVerify() {
    var job = new RecordingJob();
    new DecisionVerifier(axon.eventStore()).run(job);
    assertThat(job.findings).isEmpty();
    assertThat(job.summary.getFirst()).startsWith("0 decisions");
  }

  private static DispatchDecided decided(String id, String problem, String plan) {
    return decided(id, DispatchPlanner.VERSION, problem, plan);
  }

  private static DispatchDecided decided(String id, String planner, String problem, String plan) {
    return new DispatchDecided(
        new DecisionId(id),
        new ZoneId("main"),
        "standard-2",
        planner,
        "map-1",
        1,
        problem,
        plan,
        List.of(),
        List.of(),
        List.of(),
        NOON);
  }

  private static final class RecordingJob implements JobProgress {
    private long total;
    private long done;
    private final List<String> summary = new ArrayList<>();
    private final List<String> findings = new ArrayList<>();

    @Override
    public void total(long units) {
      total = units;
    }

    @Override
    public void advance(long units) {
      done += units;
    }

    @Override
    public void summary(String line) {
      summary.add(line);
    }

    @Override
    public void finding(String line) {
      findings.add(line);
    }

    @Override
    public Path result(JobResult result) {
      throw new UnsupportedOperationException();
    }
  }
}
