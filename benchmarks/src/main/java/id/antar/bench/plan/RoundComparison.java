package id.antar.bench.plan;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.antar.dispatch.plan.DispatchPlan;
import id.antar.dispatch.plan.DispatchPlanner;
import id.antar.dispatch.plan.DispatchPolicy;
import id.antar.dispatch.plan.DispatchProblem;
import id.antar.dispatch.plan.PlanCost;
import id.antar.dispatch.plan.PlanJson;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;

/// How long one round of the planner takes on one thread, and by how much its plans are dearer than
/// those of the same planner with ten times the iterations: `java -cp …
/// id.antar.bench.plan.RoundComparison [ROUNDS [TIMES]]`.
///
/// Each round is a city of its own, after a warm-up on others. Times are processor time of the
/// thread and wall time. The checksum is of all plans as JSON: it tells whether a change of the
/// planner has changed a plan.
public final class RoundComparison {

  private static final int ROUNDS = 100;
  private static final int COMPARED = 20;
  private static final int TIMES = 10;
  private static final int WARM_UP = 20;
  private static final long WARM_UP_SEED = 1_000_000;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private record Planned(DispatchPlan plan, double cpu, double wall) {}

  private RoundComparison() {}

  public static void main(String[] args) {
    int rounds = args.length == 0 ? ROUNDS : Integer.parseInt(args[0]);
    int times = args.length < 2 ? TIMES : Integer.parseInt(args[1]);
    say(
        "%-16s %10s %19s %19s %14s %17s %9s",
        "orders, couriers",
        "iterations",
        "cpu ms p50, p99",
        "wall ms p50, p99",
        times + "x: cpu ms",
        "dearer mean, max",
        "checksum");
    for (int size : List.of(100, 300, 1_000)) {
      measure(size, rounds, times);
    }
  }

  private static void measure(int size, int rounds, int times) {
    for (int i = 0; i < WARM_UP; i++) {
      plan(RushHour.of(size, size, WARM_UP_SEED + i, DispatchPolicy.standard()));
    }
    double[] cpu = new double[rounds];
    double[] wall = new double[rounds];
    var checksum = new CRC32();
    int iterations = 0;
    for (int seed = 0; seed < rounds; seed++) {
      Planned planned = plan(RushHour.of(size, size, seed, DispatchPolicy.standard()));
      cpu[seed] = planned.cpu();
      wall[seed] = planned.wall();
      iterations = planned.plan().iterations();
      checksum.update(PlanJson.write(planned.plan()).getBytes(UTF_8));
    }
    int compared = Math.min(rounds, COMPARED);
    double[] dearer = new double[compared];
    double[] patience = new double[compared];
    for (int seed = 0; seed < compared; seed++) {
      DispatchProblem problem = RushHour.of(size, size, seed, DispatchPolicy.standard());
      Planned patient = plan(RushHour.of(size, size, seed, patient(times)));
      patience[seed] = patient.cpu();
      double least = PlanCost.of(problem, patient.plan());
      dearer[seed] = 100 * (PlanCost.of(problem, plan(problem).plan()) / least - 1);
    }
    say(
        "%5d x %-8d %10d %9.0f %9.0f %9.0f %9.0f %14.0f %8.2f%% %6.2f%%  %08x",
        size,
        size,
        iterations,
        percentile(cpu, 50),
        percentile(cpu, 99),
        percentile(wall, 50),
        percentile(wall, 99),
        percentile(patience, 50),
        Arrays.stream(dearer).average().orElseThrow(),
        Arrays.stream(dearer).max().orElseThrow(),
        checksum.getValue());
  }

  private static Planned plan(DispatchProblem problem) {
    long began = System.nanoTime();
    long before = THREADS.getCurrentThreadCpuTime();
    DispatchPlan plan = DispatchPlanner.plan(problem);
    double cpu = (THREADS.getCurrentThreadCpuTime() - before) / 1e6;
    return new Planned(plan, cpu, (System.nanoTime() - began) / 1e6);
  }

  private static double percentile(double[] values, int percent) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[(int) Math.ceil(percent / 100.0 * sorted.length) - 1];
  }

  /// The standard policy with so many times the iterations.
  private static DispatchPolicy patient(int times) {
    DispatchPolicy p = DispatchPolicy.standard();
    return new DispatchPolicy(
        p.version() + "-patient",
        p.method(),
        p.maxCandidates(),
        p.maxRings(),
        p.fixMaxAge(),
        p.silentAfter(),
        p.maxPickupTravel(),
        p.declineCooldown(),
        p.offerExpiry(),
        p.lead(),
        p.pickupService(),
        p.dropoffService(),
        p.clickToDoorTarget(),
        p.maxBundle(),
        p.nearbyMerchant(),
        times * p.effort(),
        times * p.maxEffort(),
        p.deliveryWeight(),
        p.latenessWeight(),
        p.freshnessWeight(),
        p.courierWaitingWeight(),
        p.distanceWeight(),
        p.courierTimeWeight(),
        p.maxLoad(),
        p.positionWeight(),
        p.shiftEndRemoteness(),
        p.fairnessWeight(),
        p.payPerOrder(),
        p.payPerHour(),
        p.payWeight(),
        p.unassigned());
  }

  private static void say(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
