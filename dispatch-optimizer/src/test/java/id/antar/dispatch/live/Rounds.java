package id.antar.dispatch.live;

import static id.antar.dispatch.live.Town.MEASURED;
import static id.antar.dispatch.live.Town.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.assignment.AssignmentCommand.AbandonAssignment;
import id.antar.api.assignment.AssignmentCommand.AmendAssignment;
import id.antar.api.assignment.AssignmentCommand.OfferAssignment;
import id.antar.api.assignment.AssignmentEvent;
import id.antar.api.assignment.AssignmentEvent.AssignmentOffered;
import id.antar.api.assignment.AssignmentEvent.OfferAccepted;
import id.antar.api.courier.CourierEvent;
import id.antar.api.courier.CourierId;
import id.antar.api.dispatch.DecisionId;
import id.antar.api.dispatch.DispatchCommand.RecordDecision;
import id.antar.api.dispatch.DispatchTerm;
import id.antar.api.dispatch.PolicyEvent;
import id.antar.api.geo.GeoPoint;
import id.antar.api.message.Receipt;
import id.antar.api.order.OrderEvent;
import id.antar.api.order.OrderEvent.CourierAssigned;
import id.antar.api.order.OrderId;
import id.antar.api.time.EngineClock;
import id.antar.dispatch.fleet.FleetIndex;
import id.antar.dispatch.learned.Constants;
import id.antar.dispatch.learned.LearnedTimes;
import id.antar.dispatch.plan.DispatchPlan;
import id.antar.dispatch.plan.DispatchProblem;
import id.antar.dispatch.plan.PlanJson;
import id.antar.dispatch.shadow.InMemoryScores;
import id.antar.dispatch.shadow.Scores;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/// A dispatcher whose rounds are run one by one, and whose commands are kept.
final class Rounds {

  static final DispatchSettings SETTINGS =
      DispatchSettings.of(Path.of("map"), Path.of("work")).withRoundBudget(Duration.ofHours(1000));

  final OpenBoard board = new OpenBoard();
  final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  final List<Object> commands = new ArrayList<>();
  Function<Object, CompletableFuture<Receipt>> answer =
      _ -> CompletableFuture.completedFuture(Receipt.accepted());

  final List<PolicyBook.Decided> decided = new ArrayList<>();
  final InMemoryScores kept = new InMemoryScores();
  final Scores scores = new Scores(kept);
  final ExecutorService shadowThread =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory());
  final PolicyBook policies;

  final WhatIfAnswers whatIf;

  final AtomicBoolean planning = new AtomicBoolean(true);

  /// Whether all positions come through to the dispatcher.
  Optional<Instant> heardSince = Optional.of(Instant.MIN);

  private final Shadow shadow;
  private final int speed;
  private final AtomicLong nanos = new AtomicLong();
  private final EngineClock clock;
  private final FleetIndex fleet = new FleetIndex(Duration.ofMinutes(2));
  private final DispatchRound round;

  Rounds() {
    this(SETTINGS);
  }

  Rounds(DispatchSettings settings) {
    this(settings, MEASURED);
  }

  /// @param speed of the engine's clock
  Rounds(int speed) {
    this(SETTINGS, MEASURED, speed);
  }

  Rounds(DispatchSettings settings, MeasureTravel travel) {
    this(settings, travel, 1);
  }

  private Rounds(DispatchSettings settings, MeasureTravel travel, int speed) {
    this.speed = speed;
    clock = new EngineClock(NOON, speed, nanos::get);
    var metrics = new DispatchMetrics(registry);
    var policy = settings.policy();
    var learned = new LearnedTimes(Constants.of(policy.pickupService(), policy.dropoffService()));
    policies = new PolicyBook(policy, () -> List.copyOf(decided));
    var survey = new Survey(settings.zone(), policies::live, fleet, travel, learned);
    var trying = new Trying(settings.zone(), travel, learned, settings.roundBudget());
    shadow =
        new Shadow(
            policies,
            fleet,
            trying,
            scores,
            new ShadowMetrics(registry),
            planning::get,
            shadowThread);
    whatIf =
        new WhatIfAnswers(
            board,
            fleet,
            policies::live,
            (live, seen) ->
                new Planning(
                    new Survey(settings.zone(), () -> live, seen, travel, learned),
                    settings.roundBudget(),
                    clock,
                    metrics),
            "map-1",
            clock,
            () -> {});
    round =
        new DispatchRound(
            settings,
            "map-1",
            clock,
            board,
            new Planning(survey, settings.roundBudget(), clock, metrics),
            new Silence(board, fleet, () -> heardSince, policies::live, clock),
            shadow,
            _ -> this::send,
            metrics);
  }

  private CompletableFuture<Receipt> send(DecisionId decisionId, Object command) {
    assertThat(decisionId.value()).isNotBlank();
    commands.add(command);
    return answer.apply(command);
  }

  void close() {
    shadow.close();
  }

  void run() {
    run(1);
  }

  void run(long term) {
    round.accept(new DispatchTerm(SETTINGS.zone(), term));
  }

  /// Something is decided about the policy.
  void decide(PolicyEvent event) {
    decided.add(new PolicyBook.Decided(event, "operator:olga"));
    policies.turn();
  }

  Instant now() {
    return clock.instant();
  }

  /// @param span in engine time
  void advance(Duration span) {
    nanos.addAndGet(span.toNanos() / speed);
  }

  void seen(CourierId courierId, GeoPoint at) {
    assertThat(fleet.update(new FleetIndex.Fix(courierId, at, nanos.get() + 1, now()))).isTrue();
  }

  void given(Object... events) {
    for (Object event : events) {
      var _ =
          switch (event) {
            case OrderEvent e -> board.apply(e);
            case AssignmentEvent e -> board.apply(e);
            case CourierEvent e -> board.apply(e);
            default -> throw new IllegalArgumentException("Not an event: " + event);
          };
    }
  }

  /// The last offer reaches its courier.
  AssignmentOffered offerArrives() {
    OfferAssignment o = offers().getLast();
    var offered =
        new AssignmentOffered(
            o.assignmentId(), o.courierId(), o.decisionId(), o.stops(), o.expiresAt(), now());
    given(offered);
    return offered;
  }

  /// The last offer is accepted.
  AssignmentOffered offerIsAccepted() {
    AssignmentOffered o = offerArrives();
    List<OrderId> orders = o.stops().stream().map(s -> s.orderId()).distinct().toList();
    given(new OfferAccepted(o.assignmentId(), o.courierId(), orders, now()));
    orders.forEach(
        order -> given(new CourierAssigned(order, o.assignmentId(), o.courierId(), now())));
    return o;
  }

  DispatchProblem lastProblem() {
    return PlanJson.readProblem(PlanJson.unpack(decisions().getLast().problem()));
  }

  DispatchPlan lastPlan() {
    return PlanJson.readPlan(PlanJson.unpack(decisions().getLast().plan()));
  }

  List<RecordDecision> decisions() {
    return sent(RecordDecision.class);
  }

  List<OfferAssignment> offers() {
    return sent(OfferAssignment.class);
  }

  List<AmendAssignment> amendments() {
    return sent(AmendAssignment.class);
  }

  List<AbandonAssignment> abandonments() {
    return sent(AbandonAssignment.class);
  }

  double count(String name) {
    return registry.get("antar.dispatch." + name).counter().count();
  }

  private <T> List<T> sent(Class<T> type) {
    return commands.stream().filter(type::isInstance).map(type::cast).toList();
  }
}
