package id.antar.dispatch.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.antar.api.dispatch.DecisionId;
import id.antar.api.dispatch.DispatchCommand.RecordDecision;
import id.antar.api.dispatch.DispatchEvent.Choice;
import id.antar.api.dispatch.DispatchTerm;
import id.antar.api.message.Ids;
import id.antar.api.message.Receipt;
import id.antar.api.order.OrderId;
import id.antar.api.person.Personal;
import id.antar.api.time.EngineClock;
import id.antar.dispatch.plan.DispatchPlan.OrderDecision;
import id.antar.dispatch.plan.DispatchPlan.Outcome;
import id.antar.dispatch.plan.DispatchPlanner;
import id.antar.dispatch.plan.DispatchPolicy;
import id.antar.dispatch.plan.PlanJson;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One round of a zone: survey the situation, plan, record the decision, and only then tell the
/// couriers. A round that decides nothing new is not recorded. Not for several threads at once.
final class DispatchRound implements Consumer<DispatchTerm> {

  private static final Logger LOG = LoggerFactory.getLogger(DispatchRound.class);

  /// Real time.
  private static final Duration RECORDING_LIMIT = Duration.ofSeconds(10);

  private final DispatchSettings settings;
  private final String mapVersion;
  private final EngineClock clock;
  private final OpenBoard board;
  private final Planning planning;
  private final Silence silence;
  private final Shadow shadow;
  private final Function<DispatchTerm, SendCommand> commands;
  private final DispatchMetrics metrics;

  private Map<OrderId, Outcome> lastRecorded = Map.of();
  private @Nullable DispatchTerm lastTerm;

  DispatchRound(
      DispatchSettings settings,
      String mapVersion,
      EngineClock clock,
      OpenBoard board,
      Planning planning,
      Silence silence,
      Shadow shadow,
      Function<DispatchTerm, SendCommand> commands,
      DispatchMetrics metrics) {
    this.settings = settings;
    this.mapVersion = mapVersion;
    this.clock = clock;
    this.board = board;
    this.planning = planning;
    this.silence = silence;
    this.shadow = shadow;
    this.commands = commands;
    this.metrics = metrics;
  }

  /// What is sent is sent under the term in which the round began, however long it takes. What was
  /// recorded in a former term says nothing of what another dispatcher has recorded since.
  @Override
  public void accept(DispatchTerm term) {
    if (!term.equals(lastTerm)) {
      lastTerm = term;
      lastRecorded = Map.of();
    }
    SendCommand sending = commands.apply(term);
    var telling = new Telling(board, clock, sending, metrics);
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    board.forgetSentBefore(now);
    silence.giveUp(telling, now);
    BoardSnapshot snapshot = board.snapshot(now);
    metrics.situation(snapshot.open().size(), snapshot.idle().size());
    if (snapshot.open().isEmpty() && snapshot.trips().isEmpty()) {
      lastRecorded = Map.of();
      return;
    }
    Optional<Shadow.Sight> sight = shadow.look(snapshot, now);
    Planning.Planned planned = planning.plan(snapshot, now);
    decide(planned, sending, telling, now);
    sight.ifPresent(it -> shadow.follow(it, planned));
  }

  private void decide(Planning.Planned planned, SendCommand sending, Telling telling, Instant now) {
    List<Deed> deeds = Deeds.of(planned.situation(), planned.plan());
    Map<OrderId, Outcome> outcomes = outcomes(planned);
    if (deeds.isEmpty() && outcomes.equals(lastRecorded)) {
      return;
    }
    RecordDecision decision = decision(planned, deeds);
    if (record(decision, sending)) {
      lastRecorded = outcomes;
      DispatchPolicy policy = planned.situation().problem().policy();
      var offerExpiry = Duration.ofSeconds(policy.offerExpiry());
      deeds.forEach(deed -> telling.tell(decision.decisionId(), deed, offerExpiry, now));
    }
  }

  private static Map<OrderId, Outcome> outcomes(Planning.Planned planned) {
    var outcomes = new HashMap<OrderId, Outcome>();
    for (OrderDecision order : planned.plan().orders()) {
      outcomes.put(planned.situation().order(order.order()), order.outcome());
    }
    return outcomes;
  }

  private RecordDecision decision(Planning.Planned planned, List<Deed> deeds) {
    Situation situation = planned.situation();
    String problem = PlanJson.write(situation.problem());
    var decisionId =
        new DecisionId(Ids.derive("decision", settings.zone().value(), mapVersion, problem));
    return new RecordDecision(
        decisionId,
        settings.zone(),
        situation.problem().policy().version(),
        DispatchPlanner.VERSION,
        mapVersion,
        situation.problem().seed(),
        PlanJson.pack(problem),
        PlanJson.pack(PlanJson.write(planned.plan())),
        situation.orders(),
        deeds.stream().flatMap(deed -> choice(decisionId, deed)).toList(),
        situation.sightings().stream().map(s -> Personal.of(s.courierId().personId(), s)).toList(),
        situation.problem().now());
  }

  private static Stream<Choice> choice(DecisionId decisionId, Deed deed) {
    return switch (deed) {
      case Deed.Offer offer ->
          Stream.of(
              new Choice(
                  Telling.assignmentId(decisionId, offer.courierId()),
                  offer.courierId(),
                  offer.orders()));
      case Deed.Amend amend when amend.stops().isEmpty() -> Stream.empty();
      case Deed.Amend amend ->
          Stream.of(
              new Choice(amend.trip().assignmentId(), amend.trip().courierId(), amend.orders()));
    };
  }

  private boolean record(RecordDecision decision, SendCommand sending) {
    try {
      Receipt receipt =
          sending
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
      LOG.warn("Decision {} is not recorded, nobody is told.", decision.decisionId(), e);
      return false;
    }
  }

  private static int bytes(String json) {
    return json.getBytes(UTF_8).length;
  }
}
