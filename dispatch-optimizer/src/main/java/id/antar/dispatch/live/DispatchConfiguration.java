package id.antar.dispatch.live;

import id.antar.api.dispatch.DispatchTerm;
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
import id.antar.dispatch.shadow.KeepScores;
import id.antar.dispatch.shadow.Scores;
import id.antar.dispatch.why.DispatchAnswers;
import id.antar.dispatch.why.ReadDecision;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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

/// The dispatcher of one process. Needs a [DispatchSettings] bean, a [ZoneLease], a [KeepLearned]
/// and a [KeepScores] one.
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
      PolicyBook policies,
      EngineClock clock,
      FleetIndex fleet,
      RoadNetwork road,
      LearnedTimes learned,
      DispatchMetrics metrics) {
    var survey =
        new Survey(settings.zone(), policies::live, fleet, MeasureTravel.on(road), learned);
    return new Planning(survey, settings.roundBudget(), clock, metrics);
  }

  @Bean
  Silence silence(
      PolicyBook policies, EngineClock clock, OpenBoard board, FleetIndex fleet, PositionBus bus) {
    return new Silence(board, fleet, bus::findHeardSince, policies::live, clock);
  }

  @Bean
  PolicyBook policyBook(DispatchSettings settings, EventStore events) {
    return new PolicyBook(settings.policy(), PolicyBook.read(events, settings.zone()));
  }

  @Bean
  PolicyKeeper policyKeeper(PolicyBook policies) {
    return new PolicyKeeper(policies);
  }

  @Bean
  Scores shadowScores(KeepScores store) {
    return new Scores(store);
  }

  @Bean(destroyMethod = "close")
  Shadow shadow(
      DispatchSettings settings,
      PolicyBook policies,
      Scores scores,
      EngineClock clock,
      FleetIndex fleet,
      RoadNetwork road,
      LearnedTimes learned,
      Tenure tenure,
      MeterRegistry registry) {
    var trying =
        new Trying(
            settings.zone(), MeasureTravel.on(road), learned, clock.toReal(settings.roundBudget()));
    ExecutorService thread =
        Executors.newSingleThreadExecutor(
            Thread.ofPlatform()
                .name("dispatch-shadow")
                .priority(Thread.MIN_PRIORITY)
                .daemon()
                .factory());
    return new Shadow(
        policies, fleet, trying, scores, new ShadowMetrics(registry), tenure::isHeld, thread);
  }

  @Bean
  PolicyAnswers policyAnswers(
      DispatchSettings settings,
      PolicyBook policies,
      Scores scores,
      EngineClock clock,
      Tenure tenure) {
    return new PolicyAnswers(settings.zone(), policies, scores, clock, tenure::requireHere);
  }

  @Bean
  WhatIfAnswers whatIfAnswers(
      DispatchSettings settings,
      PolicyBook policies,
      EngineClock clock,
      OpenBoard board,
      FleetIndex fleet,
      RoadNetwork road,
      LearnedTimes learned,
      Tenure tenure) {
    var unmeasured = new DispatchMetrics(new SimpleMeterRegistry());
    WhatIfAnswers.Planner planner =
        (policy, seen) ->
            new Planning(
                new Survey(settings.zone(), () -> policy, seen, MeasureTravel.on(road), learned),
                settings.roundBudget(),
                clock,
                unmeasured);
    return new WhatIfAnswers(
        board, fleet, policies::live, planner, road.version(), clock, tenure::requireHere);
  }

  @Bean
  DispatchRound dispatchRound(
      DispatchSettings settings,
      EngineClock clock,
      OpenBoard board,
      Planning planning,
      Silence silence,
      Shadow shadow,
      RoadNetwork road,
      CommandGateway commands,
      DispatchMetrics metrics) {
    return new DispatchRound(
        settings,
        road.version(),
        clock,
        board,
        planning,
        silence,
        shadow,
        term -> sender(commands, term),
        metrics);
  }

  @Bean
  DispatchLoop dispatchLoop(
      DispatchSettings settings,
      DispatchRound round,
      Scores scores,
      LearnedKeeper learned,
      Tenure tenure,
      EngineClock clock,
      EventStore events,
      ObjectProvider<EventProcessingConfiguration> processing,
      DispatchMetrics metrics) {
    return new DispatchLoop(
        settings.zone().value(),
        new Upkeep(round, scores::forget, learned::refresh, System::nanoTime),
        tenure::term,
        () -> catchUp(events, processing),
        clock,
        settings.roundInterval(),
        metrics);
  }

  @Bean
  Tenure tenure(
      DispatchSettings settings,
      ZoneLease lease,
      EventStore events,
      ObjectProvider<EventProcessingConfiguration> processing,
      DispatchMetrics metrics) {
    var tenure = new Tenure(settings.zone(), lease, catchUp(events, processing), System::nanoTime);
    metrics.tenure(tenure::isHeld);
    return tenure;
  }

  private static CatchUp catchUp(
      EventStore events, ObjectProvider<EventProcessingConfiguration> processing) {
    return new CatchUp(
        events::createHeadToken, () -> segments(processing.getObject()), System::nanoTime);
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
  LearnedAnswers learnedAnswers(LearnedTimes times, Tenure tenure) {
    return new LearnedAnswers(times, tenure::requireHere);
  }

  @Bean
  LiveEtas liveEtas(
      PolicyBook policies,
      EngineClock clock,
      OpenBoard board,
      FleetIndex fleet,
      RoadNetwork road,
      PositionBus bus,
      Tenure tenure) {
    Executor executor = task -> Thread.ofVirtual().name("dispatch-eta").start(task);
    return new LiveEtas(
        clock, board, fleet, road::seconds, policies::live, bus, tenure::isHeld, executor);
  }

  @Bean
  DispatchLifecycle dispatchLifecycle(
      Tenure tenure, DispatchLoop loop, LiveEtas etas, PositionBus bus) {
    return new DispatchLifecycle(tenure, loop, etas, bus);
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

  private static SendCommand sender(CommandGateway commands, DispatchTerm term) {
    String actor = Actor.system("dispatch").toString();
    return (decisionId, command) ->
        commands.send(
            GenericCommandMessage.asCommandMessage(command)
                .andMetaData(
                    Map.of(
                        MetaKeys.ACTOR,
                        actor,
                        MetaKeys.CORRELATION_ID,
                        decisionId.value(),
                        MetaKeys.DISPATCH_TERM,
                        term.toString())));
  }
}
