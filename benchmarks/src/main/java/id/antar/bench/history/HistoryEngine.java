package id.antar.bench.history;

import static java.util.Objects.requireNonNull;

import id.antar.infra.startup.EngineStart;
import id.antar.infra.startup.MeasuredEngine;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.context.ConfigurableApplicationContext;

/// An engine on a database of its own, whatever the environment names, in this process, without
/// dispatch and search.
final class HistoryEngine implements AutoCloseable {

  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

  private final ConfigurableApplicationContext context;

  private HistoryEngine(ConfigurableApplicationContext context) {
    this.context = context;
  }

  /// With all its processors.
  ///
  /// @throws IllegalArgumentException if the folder is somebody's
  static HistoryEngine startWhole(Path work) {
    var _ = MeasuredEngine.in(work);
    return new HistoryEngine(
        EngineStart.application()
            .run(
                "--antar.work=" + work,
                "--antar.quiet=true",
                "--antar.roles=command,gateway,query",
                "--antar.mode=development",
                "--antar.mysql.url=",
                "--antar.elasticsearch.url=http://localhost:1",
                "--server.port=0"));
  }

  /// With processors that are off until they are wanted.
  static HistoryEngine start(Path work) {
    HistoryEngine engine = startWhole(work);
    engine.processing().eventProcessors().values().forEach(EventProcessor::shutDown);
    return engine;
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  <T> T bean(String name, Class<T> type) {
    return context.getBean(name, type);
  }

  private EventProcessingConfiguration processing() {
    return bean(EventProcessingConfiguration.class);
  }

  /// The position of the last event, 0 if there is none.
  long head() {
    TrackingToken head = bean(EventStore.class).createHeadToken();
    return head == null ? 0 : Math.max(0, head.position().orElse(0));
  }

  /// As if it had handled everything.
  void startAtHead(String name) {
    TrackingToken head = requireNonNull(bean(EventStore.class).createHeadToken());
    TokenStore tokens = processing().tokenStore(name);
    bean(TransactionManager.class)
        .executeInTransaction(() -> {
          TrackingToken _ = tokens.fetchToken(name, 0);
          tokens.storeToken(head, name, 0);
          tokens.releaseClaim(name, 0);
        });
    StreamingEventProcessor processor =
        processing().eventProcessor(name, StreamingEventProcessor.class).orElseThrow();
    processor.start();
    long until = System.nanoTime() + PATIENCE_NANOS;
    while (processor.processingStatus().isEmpty()) {
      if (System.nanoTime() > until) {
        throw new IllegalStateException(name + " does not start.");
      }
      LockSupport.parkNanos(PATIENCE_NANOS / 1_000);
    }
  }

  @Override
  public void close() {
    context.close();
  }
}
