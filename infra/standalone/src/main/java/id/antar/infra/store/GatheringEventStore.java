package id.antar.infra.store;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.DiscardPolicy;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.axonframework.common.AxonThreadFactory;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;

/// The event store. Its one reader, who reads for all processors that are at the end of the log, is
/// told of new events a little after they were stored, so that it reads those of several commands
/// at once.
final class GatheringEventStore extends EmbeddedEventStore {

  private final Duration gather;
  private final AtomicBoolean gathering = new AtomicBoolean();

  /// Nobody is left to be told when it is shut down.
  private final ScheduledThreadPoolExecutor bell =
      new ScheduledThreadPoolExecutor(1, new AxonThreadFactory("events-bell"), new DiscardPolicy());

  GatheringEventStore(Builder builder, Duration gather) {
    super(builder);
    this.gather = gather;
  }

  @Override
  protected void afterCommit(List<? extends EventMessage<?>> events) {
    if (gathering.compareAndSet(false, true)) {
      var _ = bell.schedule(this::tell, gather.toNanos(), TimeUnit.NANOSECONDS);
    }
  }

  private void tell() {
    gathering.set(false);
    super.afterCommit(List.of());
  }

  @Override
  public void shutDown() {
    bell.shutdown();
    super.shutDown();
  }
}
