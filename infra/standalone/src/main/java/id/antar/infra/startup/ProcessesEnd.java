package id.antar.infra.startup;

import id.antar.api.lifecycle.Phases;
import java.util.concurrent.CompletableFuture;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;

/// Ends the processors that send commands while these still get where they have to; another process
/// goes on with them. The framework starts them, and ends the others.
final class ProcessesEnd implements SmartLifecycle {
  private final ObjectProvider<EventProcessingConfiguration> processing;
  private volatile boolean running;

  ProcessesEnd(ObjectProvider<EventProcessingConfiguration> processing) {
    this.processing = processing;
  }

  @Override
  public void start() {
    running = true;
  }

  @Override
  public void stop() {
    stop(() -> {});
  }

  @Override
  public void stop(Runnable ended) {
    running = false;
    CompletableFuture<?>[] all =
        processing.getObject().eventProcessors().values().stream()
            .filter(it -> it.getName().startsWith("process."))
            .filter(StreamingEventProcessor.class::isInstance)
            .map(EventProcessor::shutdownAsync)
            .toArray(CompletableFuture<?>[]::new);
    var _ = CompletableFuture.allOf(all).whenComplete((_, _) -> ended.run());
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return Phases.LOOPS;
  }
}
