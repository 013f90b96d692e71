package id.antar.command;

import static id.antar.command.Cast.NOON;
import static id.antar.command.Cast.clockAt;
import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.message.Receipt;
import id.antar.api.time.EngineClock;
import id.antar.command.decider.StreamId;
import id.antar.command.payment.PaymentGateway;
import id.antar.command.payment.SandboxBank;
import id.antar.command.person.ErasePerson;
import id.antar.command.timeout.RecordingTimeouts;
import id.antar.command.timeout.ScheduleTimeout;
import java.util.List;
import org.axonframework.commandhandling.AsynchronousCommandBus;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/// The whole command side, real but for its ports, on an event store in memory.
public final class TestEngine implements AutoCloseable {

  private final AnnotationConfigApplicationContext beans = new AnnotationConfigApplicationContext();
  private final RecordingTimeouts timeouts = new RecordingTimeouts();
  private final SandboxBank bank = new SandboxBank();
  private final Configuration axon;

  public TestEngine() {
    beans.registerBean(EngineClock.class, () -> clockAt(NOON));
    beans.registerBean(ScheduleTimeout.class, () -> timeouts);
    beans.registerBean(PaymentGateway.class, () -> bank);
    beans.registerBean(ErasePerson.class, () -> _ -> {});
    beans.register(CommandSideConfiguration.class);
    beans.refresh();
    Configurer configurer =
        DefaultConfigurer.defaultConfiguration()
            .configureEmbeddedEventStore(_ -> new InMemoryEventStorageEngine())
            .configureCommandBus(_ -> AsynchronousCommandBus.builder().build())
            .eventProcessing(processing -> processing.usingPooledStreamingEventProcessors());
    for (String name : beans.getBeanDefinitionNames()) {
      offer(configurer, beans.getBean(name));
    }
    beans
        .getBeansOfType(ConfigurerModule.class)
        .values()
        .forEach(module -> module.configureModule(configurer));
    axon = configurer.start();
  }

  public Receipt send(Object command) {
    return axon.commandGateway().sendAndWait(command);
  }

  public void accept(Object... commands) {
    for (Object command : commands) {
      assertThat(send(command)).as(command.toString()).isEqualTo(Receipt.accepted());
    }
  }

  public List<Object> facts(Object id) {
    return axon.eventStore()
        .readEvents(StreamId.of(id))
        .asStream()
        .map(DomainEventMessage::getPayload)
        .<Object>map(payload -> payload)
        .toList();
  }

  public SandboxBank bank() {
    return bank;
  }

  public RecordingTimeouts timeouts() {
    return timeouts;
  }

  /// The processes that run, by name.
  public List<String> processes() {
    return axon.eventProcessingConfiguration().eventProcessors().values().stream()
        .map(EventProcessor::getName)
        .sorted()
        .toList();
  }

  @Override
  public void close() {
    axon.shutdown();
    beans.close();
  }

  /// Handlers' parameters are beans in the engine; here they are components.
  @SuppressWarnings("unchecked")
  private static void offer(Configurer configurer, Object bean) {
    if (bean.getClass().isRecord()) {
      configurer.registerComponent((Class<Object>) bean.getClass(), _ -> bean);
    }
  }
}
