package id.antar.command;

import static id.antar.command.Cast.NOON;
import static id.antar.command.Cast.clockAt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.axonframework.commandhandling.GenericCommandMessage.asCommandMessage;

import id.antar.api.account.ApiKeyEvent.ApiKeyIssued;
import id.antar.api.account.ApiKeyId;
import id.antar.api.audit.RecordRefusal;
import id.antar.api.message.Actor;
import id.antar.api.message.MetaKeys;
import id.antar.api.message.Query;
import id.antar.api.message.Receipt;
import id.antar.api.time.EngineClock;
import id.antar.command.account.FindApiKeys;
import id.antar.command.audit.RecordingRefusals;
import id.antar.command.decider.Memory;
import id.antar.command.decider.ProveMemory;
import id.antar.command.decider.StreamId;
import id.antar.command.mail.Mail;
import id.antar.command.mail.SendMail;
import id.antar.command.payment.PaymentGateway;
import id.antar.command.payment.SandboxBank;
import id.antar.command.person.ErasePerson;
import id.antar.command.timeout.RecordingTimeouts;
import id.antar.command.timeout.ScheduleTimeout;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.axonframework.commandhandling.AsynchronousCommandBus;
import org.axonframework.common.Registration;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/// The whole command side, real but for its ports, on an event store in memory.
public final class TestEngine implements AutoCloseable {

  private static final String ON_MEMORY = "on-memory";

  private final AnnotationConfigApplicationContext beans = new AnnotationConfigApplicationContext();
  private final RecordingTimeouts timeouts = new RecordingTimeouts();
  private final Map<String, Mail> mails = new ConcurrentSkipListMap<>();
  private final SandboxBank bank = new SandboxBank();
  private final RecordingRefusals refusals = new RecordingRefusals();
  private final InMemoryEventStorageEngine store;
  private final Configuration axon;

  public TestEngine() {
    this(new InMemoryEventStorageEngine());
  }

  /// Another one on the same event store.
  public TestEngine(TestEngine other) {
    this(other.store);
  }

  private TestEngine(InMemoryEventStorageEngine store) {
    this.store = store;
    beans.registerBean(EngineClock.class, () -> clockAt(NOON));
    beans.registerBean(ScheduleTimeout.class, () -> timeouts);
    beans.registerBean(SendMail.class, () -> (mailId, mail) -> mails.putIfAbsent(mailId, mail));
    beans.registerBean(PaymentGateway.class, () -> bank);
    beans.registerBean(RecordRefusal.class, () -> refusals);
    beans.registerBean(ErasePerson.class, () -> _ -> {});
    beans.registerBean(FindApiKeys.class, () -> this::keysOf);
    beans.register(CommandSideConfiguration.class);
    beans.refresh();
    Configurer configurer =
        DefaultConfigurer.defaultConfiguration()
            .configureEmbeddedEventStore(_ -> store)
            .configureCommandBus(_ -> commandBus())
            .registerComponent(ProveMemory.class, _ -> this::isLast)
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

  private static AsynchronousCommandBus commandBus() {
    var bus = AsynchronousCommandBus.builder().build();
    var who = new SimpleCorrelationDataProvider(MetaKeys.ACTOR, MetaKeys.REQUEST_ID);
    var _ = bus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(who));
    var _ =
        bus.registerHandlerInterceptor((work, chain) ->
            work.getMessage().getMetaData().containsKey(ON_MEMORY)
                ? Memory.serving(chain::proceed)
                : chain.proceed());
    return bus;
  }

  public Receipt send(Object command) {
    return axon.commandGateway().sendAndWait(command);
  }

  /// As somebody, with what the gateway would say of them.
  public Receipt send(Object command, Map<String, ?> metaData) {
    return axon.commandGateway().sendAndWait(asCommandMessage(command).withMetaData(metaData));
  }

  /// On what this engine remembers and, if that is not enough, on the store.
  public Receipt sendOnMemory(Object command) {
    try {
      return send(command, Map.of(ON_MEMORY, true));
    } catch (Memory.StoreRequired _) {
      return send(command);
    }
  }

  private boolean isLast(String aggregate, @Nullable Long last) {
    return store.lastSequenceNumberFor(aggregate).equals(Optional.ofNullable(last));
  }

  public <R> R ask(Query<R> query) {
    return axon.queryGateway().query(query, query.answer()).join();
  }

  /// All that was stored, whatever it belongs to.
  public List<EventMessage<?>> stored() {
    List<EventMessage<?>> found = new ArrayList<>();
    try (var events = axon.eventStore().openStream(null)) {
      while (events.hasNextAvailable()) {
        found.add(events.nextAvailable());
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return found;
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

  private List<ApiKeyId> keysOf(Actor owner) {
    return stored().stream()
        .filter(event -> event.getPayload() instanceof ApiKeyIssued e && e.owner().equals(owner))
        .map(event -> ((ApiKeyIssued) event.getPayload()).keyId())
        .toList();
  }

  public SandboxBank bank() {
    return bank;
  }

  public Collection<Mail> mails() {
    return mails.values();
  }

  public RecordingRefusals refusals() {
    return refusals;
  }

  public RecordingTimeouts timeouts() {
    return timeouts;
  }

  /// Until the registration is cancelled, nothing that comes with such an event is stored.
  public Registration failToStore(Class<?> type) {
    return beforeStoring(
        type,
        () -> {
          throw new IllegalStateException("not stored");
        });
  }

  /// Until the registration is cancelled, this is done while the command is under way that such an
  /// event comes of.
  public Registration beforeStoring(Class<?> type, Runnable act) {
    return axon.eventStore()
        .registerDispatchInterceptor(_ ->
            (_, event) -> {
              if (type.isInstance(event.getPayload())) {
                act.run();
              }
              return event;
            });
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
