package id.antar.dispatch.lab;

import id.antar.api.lab.LabCommand.RunLab;
import id.antar.api.lab.LabReport;
import id.antar.api.ops.JobProgress;
import id.antar.dispatch.lab.facts.Driven;
import id.antar.dispatch.lab.facts.Facts;
import id.antar.dispatch.lab.facts.FactsFold;
import id.antar.dispatch.lab.facts.History;
import id.antar.dispatch.lab.facts.OrderFacts;
import id.antar.dispatch.lab.facts.Recorded;
import id.antar.dispatch.lab.measure.Judging;
import id.antar.dispatch.lab.measure.Measures;
import id.antar.dispatch.lab.run.Behaviour;
import id.antar.dispatch.lab.run.Fared;
import id.antar.dispatch.lab.run.Simulation;
import id.antar.dispatch.lab.run.Streets;
import id.antar.dispatch.plan.DispatchPolicy;
import id.antar.dispatch.plan.PolicyJson;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Runs a past window again under another policy, and says how far that can be believed: the policy
/// that was live is run again, too, and held against what happened. `package.md` beside it says
/// what is assumed.
public final class PolicyLab {

  public static final Duration LONGEST_WINDOW = Duration.ofDays(7);
  public static final int MOST_ORDERS = 20_000;

  /// What was learned longer ago than this weighs little.
  private static final Duration LESSONS = Duration.ofDays(14);

  /// Orders of the window have come to their ends by then.
  private static final Duration AFTERMATH = Duration.ofHours(6);

  private final History history;
  private final Streets streets;
  private final String mapVersion;

  public PolicyLab(History history, Streets streets, String mapVersion) {
    this.history = history;
    this.streets = streets;
    this.mapVersion = mapVersion;
  }

  /// @throws LabImpossible if the window cannot be run again
  public LabReport run(RunLab wish, JobProgress progress) {
    DispatchPolicy candidate = PolicyJson.read(wish.policy());
    @Nullable String other = wish.baseline();
    Optional<DispatchPolicy> named = Optional.ofNullable(other).map(PolicyJson::read);
    if (Duration.between(wish.from(), wish.to()).compareTo(LONGEST_WINDOW) > 0) {
      throw new LabImpossible("A window has " + LONGEST_WINDOW.toDays() + " days at most.");
    }
    Facts facts = read(wish, progress);
    progress.summary(
        "%d orders and %d shifts are read."
            .formatted(facts.orders().size(), facts.shifts().size()));
    DispatchPolicy live = live(facts);
    DispatchPolicy baseline = named.orElse(live);
    progress.total(wish.seeds() * Stream.of(live, baseline, candidate).distinct().count());
    var behaviour = new Behaviour(facts, streets);
    var runs = new Runs(facts, behaviour, wish.seeds(), progress);
    List<List<Fared>> liveRuns = runs.of(live);
    List<List<Fared>> baselineRuns = runs.of(baseline);
    List<List<Fared>> candidateRuns = runs.of(candidate);
    var measures = new Measures(facts, live.clickToDoorTarget());
    var judging = new Judging(measures, recorded(facts), liveRuns);
    return new Reporting(facts, behaviour, mapVersion, wish.seeds())
        .report(live, baseline, candidate, judging, baselineRuns, candidateRuns);
  }

  private Facts read(RunLab wish, JobProgress progress) {
    var fold = new FactsFold(wish.from(), wish.to());
    Instant end = wish.to().plus(AFTERMATH);
    history.read(
        wish.from().minus(FactsFold.WARM_UP).minus(LESSONS),
        () -> progress.advance(0),
        (event, at) -> {
          fold.apply(event);
          return at.isBefore(end) && !fold.isComplete(at);
        });
    Facts facts = fold.facts();
    if (facts.orders().stream().noneMatch(OrderFacts::measured)) {
      throw new LabImpossible(
          "No confirmed order was placed from %s to %s.".formatted(wish.from(), wish.to()));
    }
    if (facts.orders().size() > MOST_ORDERS) {
      throw new LabImpossible(
          "The window has %d orders; the lab takes %d."
              .formatted(facts.orders().size(), MOST_ORDERS));
    }
    return facts;
  }

  private static DispatchPolicy live(Facts facts) {
    if (facts.policies().isEmpty()) {
      throw new LabImpossible("Nothing was dispatched in the window.");
    }
    if (facts.policies().size() > 1) {
      throw new LabImpossible(
          "Several policies were live in the window, and each needs one of its own: %s."
              .formatted(
                  facts.policies().keySet().stream()
                      .map(DispatchPolicy::version)
                      .sorted()
                      .collect(Collectors.joining(", "))));
    }
    return facts.policies().keySet().iterator().next();
  }

  /// What really happened, by the measure of the runs.
  private List<Fared> recorded(Facts facts) {
    return IntStream.range(0, facts.orders().size())
        .mapToObj(i -> recorded(facts, facts.recorded().get(i), i))
        .toList();
  }

  private Fared recorded(Facts facts, Recorded order, int index) {
    var known = facts.orders().get(index);
    return new Fared(
        order.orderId(),
        facts.second(known.placed().occurredAt()),
        facts.second(known.readyAt()),
        second(facts, order.pickedUpAt()),
        second(facts, order.deliveredAt()),
        order.waited(),
        order.legs().stream().mapToDouble(this::metres).sum(),
        order.courierId());
  }

  private static int second(Facts facts, @Nullable Instant at) {
    return at == null ? -1 : facts.second(at);
  }

  private double metres(Driven leg) {
    return streets.metres(leg.from(), leg.to(), leg.vehicle());
  }

  private final class Runs {
    private final Facts facts;
    private final Behaviour behaviour;
    private final int seeds;
    private final JobProgress progress;
    private final Map<DispatchPolicy, List<List<Fared>>> known = new HashMap<>();

    Runs(Facts facts, Behaviour behaviour, int seeds, JobProgress progress) {
      this.facts = facts;
      this.behaviour = behaviour;
      this.seeds = seeds;
      this.progress = progress;
    }

    /// The seeds are 1, 2, 3 and so on, for every policy.
    List<List<Fared>> of(DispatchPolicy policy) {
      return known.computeIfAbsent(policy, this::run);
    }

    private List<List<Fared>> run(DispatchPolicy policy) {
      var runs = new ArrayList<List<Fared>>();
      for (int seed = 1; seed <= seeds; seed++) {
        var run = new Simulation(facts, behaviour, streets, policy, seed);
        runs.add(run.run(() -> progress.advance(0)));
        progress.advance(1);
      }
      return runs;
    }
  }
}
