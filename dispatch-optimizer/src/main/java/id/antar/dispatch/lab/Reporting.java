package id.antar.dispatch.lab;

import id.antar.api.lab.LabReport;
import id.antar.api.lab.LabReport.Better;
import id.antar.api.lab.LabReport.Comparison;
import id.antar.api.lab.LabReport.Fidelity;
import id.antar.api.lab.LabReport.Policy;
import id.antar.api.lab.LabReport.Window;
import id.antar.dispatch.lab.facts.Facts;
import id.antar.dispatch.lab.facts.FactsFold;
import id.antar.dispatch.lab.facts.OrderFacts;
import id.antar.dispatch.lab.measure.Judging;
import id.antar.dispatch.lab.run.Behaviour;
import id.antar.dispatch.lab.run.Fared;
import id.antar.dispatch.plan.DispatchPlanner;
import id.antar.dispatch.plan.DispatchPolicy;
import id.antar.dispatch.plan.PolicyJson;
import java.util.ArrayList;
import java.util.List;

/// Says what was found out, and on what it rests.
final class Reporting {

  private final Facts facts;
  private final Behaviour behaviour;
  private final String mapVersion;
  private final int seeds;

  Reporting(Facts facts, Behaviour behaviour, String mapVersion, int seeds) {
    this.facts = facts;
    this.behaviour = behaviour;
    this.mapVersion = mapVersion;
    this.seeds = seeds;
  }

  LabReport report(
      DispatchPolicy live,
      DispatchPolicy baseline,
      DispatchPolicy candidate,
      Judging judging,
      List<List<Fared>> baselineRuns,
      List<List<Fared>> candidateRuns) {
    Fidelity fidelity = judging.fidelity();
    List<Comparison> comparison = judging.comparison(baselineRuns, candidateRuns, fidelity);
    Better better = fidelity.good() ? Judging.better(comparison) : Better.NEITHER;
    return new LabReport(
        facts.from(),
        facts.to(),
        facts.start(),
        facts.zone().value(),
        facts.mapVersions(),
        DispatchPlanner.VERSION,
        policy(live),
        policy(baseline),
        policy(candidate),
        seeds,
        window(),
        fidelity,
        comparison,
        fidelity.good(),
        better,
        verdict(fidelity, better, baseline, candidate),
        assumptions());
  }

  private static Policy policy(DispatchPolicy policy) {
    return new Policy(policy.version(), PolicyJson.write(policy));
  }

  private Window window() {
    List<OrderFacts> placed = facts.orders().stream().filter(OrderFacts::measured).toList();
    int counted = (int) placed.stream().filter(OrderFacts::counts).count();
    return new Window(
        counted,
        placed.size() - counted,
        facts.leftOut().forgotten(),
        facts.leftOut().undecided(),
        facts.shifts().size(),
        facts.leftOut().unseen(),
        facts.answers().size(),
        behaviour.overallAcceptance(),
        behaviour.overallPace());
  }

  private static String verdict(
      Fidelity fidelity, Better better, DispatchPolicy baseline, DispatchPolicy candidate) {
    if (!fidelity.good()) {
      return "Not ranked: the re-runs are not near enough to what happened (%s)."
          .formatted(String.join("; ", fidelity.failures()));
    }
    return switch (better) {
      case CANDIDATE -> "%s is better than %s.".formatted(candidate.version(), baseline.version());
      case BASELINE -> "%s is worse than %s.".formatted(candidate.version(), baseline.version());
      case NEITHER ->
          "Neither of %s and %s is better.".formatted(candidate.version(), baseline.version());
    };
  }

  private List<String> assumptions() {
    var all = new ArrayList<String>();
    all.add(
        "Runs begin %d minutes before the window, with couriers who are free where they were seen."
            .formatted(FactsFold.WARM_UP.toMinutes()));
    all.add(
        "Orders, ready times, pins, cancellations, shifts and breaks are as they were; a shift that"
            + " ended after the window goes on to its planned end.");
    all.add(
        "Offers are accepted with each courier's own probability, after times that answers took;"
            + " both policies meet the same draws.");
    all.add(
        "Couriers drive as the map says, at their own pace; free ones stay where they are; what a"
            + " stop takes is what it took with that order.");
    all.add(
        "What struck an order's courier strikes whoever carries it; a courier is gone as long as"
            + " then.");
    all.add("Rounds are as live, every 5 s and when something changes, with the whole effort.");
    all.add("How much cash couriers have in hand is passed over.");
    if (!facts.mapVersions().equals(List.of(mapVersion))) {
      all.add("The window was dispatched on another map than the runs: " + facts.mapVersions());
    }
    return all;
  }
}
