package id.antar.dispatch.live;

import static id.antar.dispatch.live.Town.ADA;
import static id.antar.dispatch.live.Town.NOON;
import static id.antar.dispatch.live.Town.ORDER;
import static id.antar.dispatch.live.Town.confirmed;
import static id.antar.dispatch.live.Town.onShift;
import static id.antar.dispatch.live.Town.position;
import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.assignment.AssignmentCommand.OfferAssignment;
import id.antar.api.dispatch.DispatchCommand.RecordDecision;
import id.antar.api.dispatch.DispatchTerm;
import id.antar.api.dispatch.ZoneId;
import id.antar.api.geo.GeoPoint;
import id.antar.api.geo.Vehicle;
import id.antar.api.message.MetaKeys;
import id.antar.api.message.Receipt;
import id.antar.api.order.OrderEvent.OrderPlaced;
import id.antar.api.position.LiveUpdate;
import id.antar.api.position.PositionBus;
import id.antar.api.road.RoadQuery.GetMap;
import id.antar.api.road.RoadQuery.GetRoute;
import id.antar.api.road.RoadQuery.LocateOnRoad;
import id.antar.api.time.EngineClock;
import id.antar.dispatch.learned.InMemoryLearned;
import id.antar.dispatch.learned.KeepLearned;
import id.antar.dispatch.shadow.InMemoryScores;
import id.antar.dispatch.shadow.KeepScores;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.serialization.json.JacksonSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/// The whole dispatcher as it is wired, on the streets of Monaco.
class DispatchConfigurationTest {

  private static final GeoPoint CASINO = new GeoPoint(43.7393, 7.4278);
  private static final GeoPoint STATION = new GeoPoint(43.7386, 7.4195);

  @TempDir Path work;

  private final HeldBus bus = new HeldBus();
  private final BlockingQueue<CommandMessage<?>> commands = new LinkedBlockingQueue<>();
  private final EngineClock clock = EngineClock.startingAt(NOON, 20);
  private final AnnotationConfigApplicationContext spring =
      new AnnotationConfigApplicationContext();
  private final Configuration axon =
      DefaultConfigurer.defaultConfiguration()
          .configureSerializer(_ -> JacksonSerializer.defaultSerializer())
          .configureEmbeddedEventStore(_ -> new InMemoryEventStorageEngine())
          .registerQueryHandler(_ -> spring.getBean(RoadAnswers.class))
          .eventProcessing(processing ->
              processing
                  .usingPooledStreamingEventProcessors(
                      (_, processor) -> processor.initialSegmentCount(1))
                  .registerEventHandler(_ -> spring.getBean(BoardKeeper.class))
                  .registerEventHandler(_ -> spring.getBean(LearnedKeeper.class)))
          .buildConfiguration();

  @BeforeEach
  void start() {
    for (Class<?> command : List.of(RecordDecision.class, OfferAssignment.class)) {
      var _ =
          axon.commandBus()
              .subscribe(
                  command.getName(),
                  message -> {
                    commands.add(message);
                    return Receipt.accepted();
                  });
    }
    Path map = Path.of(System.getProperty("antar.test.map", "target/maps/monaco-latest.osm.pbf"));
    spring.registerBean(DispatchSettings.class, () -> DispatchSettings.of(map, work));
    spring.registerBean(EngineClock.class, () -> clock);
    spring.registerBean(PositionBus.class, () -> bus);
    spring.registerBean(ZoneLease.class, NobodyElse::new);
    spring.registerBean(KeepLearned.class, InMemoryLearned::new);
    spring.registerBean(KeepScores.class, InMemoryScores::new);
    spring.registerBean(MeterRegistry.class, SimpleMeterRegistry::new);
    spring.registerBean(CommandGateway.class, axon::commandGateway);
    spring.registerBean(QueryGateway.class, axon::queryGateway);
    spring.registerBean(EventStore.class, axon::eventStore);
    spring.registerBean(EventProcessingConfiguration.class, axon::eventProcessingConfiguration);
    spring.register(DispatchConfiguration.class);
    spring.refresh();
    axon.start();
  }

  @AfterEach
  void stop() {
    spring.close();
    axon.shutdown();
    assertThat(bus.subscribers).isEmpty();
  }

  @Test
  void aConfirmedOrderIsOfferedToTheCourierOnShift() throws InterruptedException {
    publish(onShift(ADA));
    publish(atTheCasino(Town.placed(ORDER, STATION)));
    publish(confirmed(ORDER, 0));
    bus.publish(position(ADA, STATION, 1, clock.instant()));
    OfferAssignment offer = nextOffer();
    assertThat(offer.courierId()).isEqualTo(ADA);
    assertThat(offer.stops()).hasSize(2);
  }

  @Test
  void questionsAboutTheRoadAreAnswered() {
    QueryGateway queries = axon.queryGateway();
    var map = new GetMap();
    assertThat(queries.query(map, map.answer()).join().attribution()).contains("OpenStreetMap");
    var locate = new LocateOnRoad(CASINO);
    assertThat(queries.query(locate, locate.answer()).join().covered()).isTrue();
    var route = new GetRoute(CASINO, STATION, Vehicle.BICYCLE);
    assertThat(queries.query(route, route.answer()).join().distanceMetres()).isPositive();
    var nowhere = new GetRoute(CASINO, new GeoPoint(0, 0), Vehicle.BICYCLE);
    assertThat(queries.query(nowhere, nowhere.answer()).join()).isNull();
  }

  private OfferAssignment nextOffer() throws InterruptedException {
    while (true) {
      CommandMessage<?> command = commands.poll(30, TimeUnit.SECONDS);
      assertThat(command).as("an offer").isNotNull();
      assertThat(command.getMetaData())
          .containsEntry(MetaKeys.ACTOR, "system:dispatch")
          .containsEntry(MetaKeys.DISPATCH_TERM, "1@main");
      if (command.getPayload() instanceof OfferAssignment offer) {
        return offer;
      }
    }
  }

  private static OrderPlaced atTheCasino(OrderPlaced e) {
    return new OrderPlaced(
        e.orderId(),
        e.customerId(),
        e.merchantId(),
        e.merchantName(),
        CASINO,
        e.recipient(),
        e.dropoff(),
        e.lines(),
        e.total(),
        e.terms(),
        e.voucher(),
        e.paymentId(),
        e.payment(),
        e.expiresAt(),
        e.occurredAt());
  }

  private void publish(Object event) {
    axon.eventStore().publish(GenericEventMessage.asEventMessage(event));
  }

  private static final class NobodyElse implements ZoneLease {
    @Override
    public Optional<DispatchTerm> hold(ZoneId zone, Duration lasts) {
      return Optional.of(new DispatchTerm(zone, 1));
    }

    @Override
    public void letGo(ZoneId zone) {}
  }

  private static final class HeldBus implements PositionBus {
    private final List<Consumer<? super LiveUpdate>> subscribers = new CopyOnWriteArrayList<>();

    @Override
    public void publish(LiveUpdate update) {
      subscribers.forEach(subscriber -> subscriber.accept(update));
    }

    @Override
    public Subscription subscribe(Consumer<? super LiveUpdate> subscriber) {
      subscribers.add(subscriber);
      return () -> subscribers.remove(subscriber);
    }

    @Override
    public Subscription attach(Consumer<? super LiveUpdate> subscriber) {
      return subscribe(subscriber);
    }

    @Override
    public Optional<Instant> findHeardSince() {
      return Optional.of(Instant.MIN);
    }
  }
}
