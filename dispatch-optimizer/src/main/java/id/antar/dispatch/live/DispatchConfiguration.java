package id.antar.dispatch.live;

import id.antar.api.message.Actor;
import id.antar.api.message.MetaKeys;
import id.antar.api.position.PositionBus;
import id.antar.api.time.EngineClock;
import id.antar.dispatch.fleet.FleetIndex;
import id.antar.dispatch.learned.Constants;
import id.antar.dispatch.learned.KeepLearned;
import id.antar.dispatch.learned.LearnedTimes;
import id.antar.dispatch.learned.Learning;
import id.antar.dispatch.road.RoadNetwork;
import id.antar.dispatch.why.DispatchAnswers;
import id.antar.dispatch.why.ReadDecision;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The dispatcher of one process. Needs a [DispatchSettings] bean and a [KeepLearned] one.
@Configuration(proxyBeanMethods = false)
public class DispatchConfiguration {

  @Bean(destroyMethod = "close")
  RoadNetwork roadNetwork(DispatchSettings settings) {
    return RoadNetwork.open(settings.mapFile(), settings.workFolder());
  }

  @Bean
  RoadAnswers roadAnswers(RoadNetwork road) {
    return new RoadAnswers(road);
  }

  @Bean
  OpenBoard openBoard() {
    return new OpenBoard();
  }

  @Bean
  FleetIndex fleetIndex(DispatchSettings settings) {
    return new FleetIndex(Duration.ofSeconds(settings.policy().fixMaxAge()));
  }

  @Bean
  DispatchMetrics dispatchMetrics(MeterRegistry registry) {
    return new DispatchMetrics(registry);
  }

  @Bean
  Planning planning(
      DispatchSettings settings,
      EngineClock clock,
      FleetIndex fleet,
      RoadNetwork road,
      LearnedTimes learned,
      DispatchMetrics metrics) {
    var survey = new Survey(settings, fleet, MeasureTravel.on(road), learned);
    return new Planning(survey, settings.roundBudget(), clock, metrics);
  }

  @Bean
  Silence silence(DispatchSettings settings, EngineClock clock, OpenBoard board, FleetIndex fleet) {
    return new Silence(board, fleet, settings.policy(), clock);
  }

  @Bean
  DispatchRound dispatchRound(
      DispatchSettings settings,
      EngineClock clock,
      OpenBoard board,
      Planning planning,
      Silence silence,
      RoadNetwork road,
      CommandGateway commands,
      DispatchMetrics metrics) {
    return new DispatchRound(
        settings, road.version(), clock, board, planning, silence, sender(commands), metrics);
  }

  @Bean
  DispatchLoop dispatchLoop(
      DispatchSettings settings,
      DispatchRound round,
      EngineClock clock,
      EventStore events,
      ObjectProvider<EventProcessingConfiguration> processing,
      DispatchMetrics metrics) {
    var caughtUp = new CatchUp(events::createHeadToken, () -> segments(processing.getObject()));
    return new DispatchLoop(
        settings.zone().value(), round, caughtUp, clock, settings.roundInterval(), metrics);
  }

  @Bean
  BoardKeeper boardKeeper(
      OpenBoard board, FleetIndex fleet, DispatchLoop loop, DispatchMetrics metrics) {
    return new BoardKeeper(board, fleet, loop::wake, metrics);
  }

  @Bean
  LearnedTimes learnedTimes(DispatchSettings settings, MeterRegistry registry) {
    var times =
        new LearnedTimes(
            Constants.of(settings.policy().pickupService(), settings.policy().dropoffService()));
    LearnedMetrics.of(times, registry);
    return times;
  }

  @Bean
  LearnedKeeper learnedKeeper(LearnedTimes times, KeepLearned store, DispatchMetrics metrics) {
    var learning = new Learning(times, store);
    learning.refresh();
    return new LearnedKeeper(learning, metrics);
  }

  @Bean
  LearnedAnswers learnedAnswers(LearnedTimes times) {
    return new LearnedAnswers(times);
  }

  @Bean
  LiveEtas liveEtas(
      DispatchSettings settings,
      EngineClock clock,
      OpenBoard board,
      FleetIndex fleet,
      RoadNetwork road,
      PositionBus bus) {
    Executor executor = task -> Thread.ofVirtual().name("dispatch-eta").start(task);
    return new LiveEtas(clock, board, fleet, road::seconds, settings.policy(), bus, executor);
  }

  @Bean
  DispatchLifecycle dispatchLifecycle(DispatchLoop loop, LiveEtas etas, PositionBus bus) {
    return new DispatchLifecycle(loop, etas, bus);
  }

  @Bean
  DispatchAnswers dispatchAnswers(QueryGateway queries, EventStore events) {
    return new DispatchAnswers(queries, ReadDecision.from(events));
  }

  @Bean
  public DecisionVerifier decisionVerifier(EventStore events) {
    return new DecisionVerifier(events);
  }

  private static Collection<EventTrackerStatus> segments(EventProcessingConfiguration processing) {
    return processing
        .eventProcessorByProcessingGroup(BoardKeeper.GROUP, StreamingEventProcessor.class)
        .map(processor -> processor.processingStatus().values())
        .orElse(List.of());
  }

  private static SendCommand sender(CommandGateway commands) {
    String actor = Actor.system("dispatch").toString();
    return (decisionId, command) ->
        commands.send(
            GenericCommandMessage.asCommandMessage(command)
                .andMetaData(
                    Map.of(MetaKeys.ACTOR, actor, MetaKeys.CORRELATION_ID, decisionId.value())));
  }
}
