package id.antar.dispatch.live;

import static id.antar.dispatch.live.Town.NOON;
import static id.antar.dispatch.live.Town.confirmed;
import static id.antar.dispatch.live.Town.placed;
import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.dispatch.LearnedQuery.GetLearned;
import id.antar.api.dispatch.LearnedQuery.Kind;
import id.antar.api.dispatch.LearnedQuery.LearnedReport;
import id.antar.api.merchant.MerchantId;
import id.antar.api.order.OrderEvent.OrderReady;
import id.antar.api.order.OrderId;
import id.antar.dispatch.learned.Constants;
import id.antar.dispatch.learned.InMemoryLearned;
import id.antar.dispatch.learned.KeepLearned;
import id.antar.dispatch.learned.LearnedTimes;
import id.antar.dispatch.learned.Learning;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.serialization.json.JacksonSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Keeper, answers and gauges on a real, in-memory Axon.
class LearnedKeeperTest {

  private final Store store = new Store();
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final LearnedTimes times = new LearnedTimes(Constants.of(60, 60));
  private final Configuration axon =
      DefaultConfigurer.defaultConfiguration()
          .configureSerializer(_ -> JacksonSerializer.defaultSerializer())
          .configureEmbeddedEventStore(_ -> new InMemoryEventStorageEngine())
          .registerQueryHandler(_ -> new LearnedAnswers(times, () -> {}))
          .eventProcessing(processing ->
              processing
                  .usingPooledStreamingEventProcessors(
                      (_, processor) -> processor.initialSegmentCount(1).batchSize(50))
                  .registerEventHandler(_ ->
                      new LearnedKeeper(new Learning(times, store), new DispatchMetrics(registry))))
          .buildConfiguration();

  @BeforeEach
  void measure() {
    LearnedMetrics.of(times, registry);
  }

  @AfterEach
  void shutdown() {
    axon.shutdown();
  }

  private void publishOrder(int number) {
    var orderId = new OrderId("order-" + number);
    publish(placed(orderId));
    publish(confirmed(orderId, 0));
    publish(new OrderReady(orderId, NOON.plusSeconds(200)));
  }

  private void publish(Object event) {
    axon.eventStore().publish(GenericEventMessage.asEventMessage(event));
  }

  private LearnedReport report() {
    var query = new GetLearned();
    return axon.queryGateway().query(query, query.answer()).join();
  }

  /// The processor handles nothing more once it has stopped, and then all is published.
  private void awaitSaved(int number) throws InterruptedException {
    assertThat(store.saved(number)).isTrue();
    axon.eventProcessingConfiguration()
        .eventProcessor(LearnedKeeper.GROUP, StreamingEventProcessor.class)
        .orElseThrow()
        .shutDown();
  }

  @Test
  void whatIsLearnedFromTheEventsIsAnsweredAndMeasured() throws InterruptedException {
    for (int number = 0; number < 40; number++) {
      publishOrder(number);
    }
    axon.start();
    awaitSaved(39);

    assertThat(times.lateness(new MerchantId("noodles"))).isEqualTo(200);
    assertThat(report().accuracy().getFirst().kind()).isEqualTo(Kind.READY_TIME);
    assertThat(report().accuracy().getFirst().observations()).isEqualTo(40);
    assertThat(gauge("observations")).isEqualTo(40);
    assertThat(gauge("constant.error.seconds")).isEqualTo(200);
    assertThat(gauge("error.seconds")).isBetween(1.0, 40.0);
  }

  @Test
  void aStoreThatFailsOnceLosesAndDoublesNothing() throws InterruptedException {
    store.failOnce = true;
    for (int number = 0; number < 10; number++) {
      publishOrder(number);
    }
    axon.start();
    awaitSaved(9);

    assertThat(store.failOnce).isFalse();
    assertThat(report().accuracy().getFirst().observations()).isEqualTo(10);
  }

  @Test
  void historyIsLearnedAnewAfterAReset() throws InterruptedException {
    publishOrder(0);
    axon.start();
    awaitSaved(0);
    EventProcessingConfiguration processing = axon.eventProcessingConfiguration();
    StreamingEventProcessor processor =
        processing.eventProcessor(LearnedKeeper.GROUP, StreamingEventProcessor.class).orElseThrow();
    processor.resetTokens();
    assertThat(store.load()).isEmpty();
    processor.start();
    awaitSaved(0);

    assertThat(report().accuracy().getFirst().observations()).isEqualTo(1);
  }

  private double gauge(String name) {
    return registry.get("antar.dispatch.learned." + name).tag("kind", "ready_time").gauge().value();
  }

  /// Tells which orders have become ready, and can be out of order.
  private static final class Store implements KeepLearned {
    private final InMemoryLearned rows = new InMemoryLearned();
    private final Map<String, Semaphore> saved = new ConcurrentHashMap<>();
    private volatile boolean failOnce;

    @Override
    public long version() {
      return rows.version();
    }

    @Override
    public Map<String, String> load() {
      return rows.load();
    }

    @Override
    public void save(long version, Map<String, Optional<String>> changes) {
      if (failOnce) {
        failOnce = false;
        throw new IllegalStateException("The database is down.");
      }
      rows.save(version, changes);
      changes.forEach((key, row) -> {
        if (row.orElse("").contains("readyAt")) {
          semaphore(key).release();
        }
      });
    }

    boolean saved(int number) throws InterruptedException {
      return semaphore("order/order-" + number).tryAcquire(20, TimeUnit.SECONDS);
    }

    private Semaphore semaphore(String key) {
      return saved.computeIfAbsent(key, _ -> new Semaphore(0));
    }
  }
}
