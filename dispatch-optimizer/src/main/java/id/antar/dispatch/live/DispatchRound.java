package id.antar.dispatch.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.antar.api.assignment.AssignmentCommand.OfferAssignment;
import id.antar.api.assignment.AssignmentId;
import id.antar.api.assignment.Stop;
import id.antar.api.courier.CourierId;
import id.antar.api.dispatch.DecisionId;
import id.antar.api.dispatch.DispatchCommand.RecordDecision;
import id.antar.api.dispatch.DispatchEvent;
import id.antar.api.message.Ids;
import id.antar.api.message.Receipt;
import id.antar.api.order.OrderId;
import id.antar.api.person.Personal;
import id.antar.api.time.EngineClock;
import id.antar.dispatch.fleet.FleetIndex;
import id.antar.dispatch.plan.DispatchPlan;
import id.antar.dispatch.plan.DispatchPlan.BundleDecision;
import id.antar.dispatch.plan.DispatchPlan.Choice;
import id.antar.dispatch.plan.DispatchPlan.Outcome;
import id.antar.dispatch.plan.DispatchPlanner;
import id.antar.dispatch.plan.PlanJson;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One round of a zone: survey the situation, plan, record the decision, and only then make the
/// offers. A round that decides nothing new is not recorded. Not for several threads at once.
final class DispatchRound implements Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(DispatchRound.class);

  /// Real time.
  private static final Duration RECORDING_LIMIT = Duration.ofSeconds(10);

  /// For so long after its expiry an offer that was sent is waited for.
  private static final Duration OFFER_GRACE = Duration.ofMinutes(1);

  private final DispatchSettings settings;
  private final String mapVersion;
  private final EngineClock clock;
  private final OpenBoard board;
  private final FleetIndex fleet;
  private final EstimateTravel travel;
  private final SendCommand commands;
  private final DispatchMetrics metrics;

  private Map<OrderId, Outcome> lastRecorded = Map.of();

  DispatchRound(
      DispatchSettings settings,
      String mapVersion,
      EngineClock clock,
      OpenBoard board,
      FleetIndex fleet,
      EstimateTravel travel,
      SendCommand commands,
      DispatchMetrics metrics) {
    this.settings = settings;
    this.mapVersion = mapVersion;
    this.clock = clock;
    this.board = board;
    this.fleet = fleet;
    this.travel = travel;
    this.commands = commands;
    this.metrics = metrics;
  }

  @Override
  public void run() {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    board.forgetSentBefore(now);
    List<BoardOrder> orders = board.openOrders();
    List<BoardCourier> couriers = board.idleCouriers(now);
    metrics.situation(orders.size(), couriers.size());
    if (orders.isEmpty()) {
      lastRecorded = Map.of();
      return;
    }
    var survey = new Situation.Survey(settings, now, travel, couriers);
    Situation situation = survey.of(orders, fleet);
    DispatchPlan plan = DispatchPlanner.plan(situation.problem());
    Map<OrderId, Outcome> outcomes = outcomes(plan);
    if (plan.chosen().isEmpty() && outcomes.equals(lastRecorded)) {
      return;
    }
    RecordDecision decision = decision(situation, plan);
    if (record(decision)) {
      lastRecorded = outcomes;
      plan.chosen().forEach(bundle -> offer(decision.decisionId(), bundle, now));
    }
  }

  private static Map<OrderId, Outcome> outcomes(DispatchPlan plan) {
    var outcomes = new HashMap<OrderId, Outcome>();
    for (BundleDecision bundle : plan.bundles()) {
      bundle.orders().forEach(order -> outcomes.put(order, bundle.outcome()));
    }
    return outcomes;
  }

  private RecordDecision decision(Situation situation, DispatchPlan plan) {
    String problem = PlanJson.write(situation.problem());
    var decisionId =
        new DecisionId(Ids.derive("decision", settings.zone().value(), mapVersion, problem));
    return new RecordDecision(
        decisionId,
        settings.zone(),
        settings.policy().version(),
        DispatchPlanner.VERSION,
        mapVersion,
        situation.problem().seed(),
        problem,
        PlanJson.write(plan),
        situation.orders(),
        plan.chosen().stream().map(bundle -> choice(decisionId, bundle)).toList(),
        situation.sightings().stream().map(s -> Personal.of(s.courierId().personId(), s)).toList(),
        situation.problem().now());
  }

  private static DispatchEvent.Choice choice(DecisionId decisionId, BundleDecision bundle) {
    CourierId courier = chosen(bundle).courier();
    return new DispatchEvent.Choice(assignmentId(decisionId, courier), courier, bundle.orders());
  }

  private boolean record(RecordDecision decision) {
    try {
      Receipt receipt =
          commands
              .send(decision.decisionId(), decision)
              .get(RECORDING_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
      return switch (receipt) {
        case Receipt.Accepted _ -> {
          metrics.decision(bytes(decision.problem()) + bytes(decision.plan()));
          yield true;
        }
        case Receipt.Rejected(var reason) -> {
          LOG.warn("Decision {} is refused: {}", decision.decisionId(), reason.detail());
          yield false;
        }
      };
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException | TimeoutException e) {
      metrics.roundFailed();
      LOG.warn("Decision {} is not recorded, its offers are not made.", decision.decisionId(), e);
      return false;
    }
  }

  private void offer(DecisionId decisionId, BundleDecision bundle, Instant now) {
    Choice choice = chosen(bundle);
    AssignmentId assignmentId = assignmentId(decisionId, choice.courier());
    Instant expiresAt = now.plusSeconds(settings.policy().offerExpiry());
    board.offerSent(assignmentId, choice.courier(), bundle.orders(), expiresAt.plus(OFFER_GRACE));
    var stops =
        choice.stops().stream()
            .map(stop -> new Stop(stop.kind(), stop.order(), now.plusSeconds(stop.eta())))
            .toList();
    var command =
        new OfferAssignment(assignmentId, choice.courier(), decisionId, stops, expiresAt, now);
    var _ =
        commands
            .send(decisionId, command)
            .whenComplete((receipt, failure) -> settle(assignmentId, receipt, failure));
  }

  private void settle(
      AssignmentId assignmentId, @Nullable Receipt receipt, @Nullable Throwable failure) {
    if (failure != null || receipt == null) {
      metrics.offer("failed");
      board.offerFailed(assignmentId);
      LOG.warn("Offer {} could not be made.", assignmentId, failure);
      return;
    }
    switch (receipt) {
      case Receipt.Accepted _ -> metrics.offer("accepted");
      case Receipt.Rejected(var reason) -> {
        metrics.offer("refused");
        board.offerRefused(assignmentId, clock.instant());
        LOG.info("Offer {} is refused: {}", assignmentId, reason.detail());
      }
    }
  }

  private static AssignmentId assignmentId(DecisionId decisionId, CourierId courierId) {
    return new AssignmentId(Ids.derive("assignment", decisionId.value(), courierId.value()));
  }

  private static Choice chosen(BundleDecision bundle) {
    return Objects.requireNonNull(bundle.choice());
  }

  private static int bytes(String json) {
    return json.getBytes(UTF_8).length;
  }
}
