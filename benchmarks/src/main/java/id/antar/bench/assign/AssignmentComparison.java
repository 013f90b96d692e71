package id.antar.bench.assign;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.LongSupplier;

/// The assignment beside JGraphT's Kuhn-Munkres and OR-tools, on the same problems in the same run,
/// each optimum compared: `java -cp … id.antar.bench.assign.AssignmentComparison [--all]`. JGraphT
/// takes long beyond 500 x 500 and is left out there, unless asked for.
///
/// Times are processor time of the thread that solves, since all three use one: medians of some
/// problems after warming up, and for JGraphT the better of two solutions of the first problem,
/// beside ours of that one. Setting a problem up counts for nobody.
public final class AssignmentComparison {

  private static final int WARM_UP = 60;
  private static final int PROBLEMS = 11;
  private static final int JGRAPHT_LIMIT = 500;
  private static final int JGRAPHT_SHOTS = 2;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private record Size(int rows, int columns) {}

  private record Solution(long cost, double millis) {}

  private AssignmentComparison() {}

  public static void main(String[] args) {
    boolean all = List.of(args).contains("--all");
    say("%-14s %-8s %10s %24s %24s%n", "rows x columns", "costs", "Antar", "OR-tools", "JGraphT");
    for (Costs costs : Costs.values()) {
      warmUp(costs);
      for (Size size :
          List.of(
              new Size(200, 200),
              new Size(500, 500),
              new Size(1_000, 1_000),
              new Size(200, 2_000))) {
        compare(size, costs, all || Math.max(size.rows(), size.columns()) <= JGRAPHT_LIMIT);
      }
    }
  }

  private static void warmUp(Costs costs) {
    for (int seed = 0; seed < WARM_UP; seed++) {
      long[][] problem = costs.draw(200, 200, new Random(seed));
      long least = Solver.ANTAR.prepare(problem).getAsLong();
      requireSame(least, Solver.LINEAR_SUM.prepare(problem).getAsLong());
      requireSame(least, Solver.FLOW.prepare(problem).getAsLong());
      if (seed % 10 == 0) {
        requireSame(least, Solver.JGRAPHT.prepare(problem).getAsLong());
      }
    }
  }

  private static void compare(Size size, Costs costs, boolean isJgraphtRun) {
    Solver orTools = size.rows() == size.columns() ? Solver.LINEAR_SUM : Solver.FLOW;
    var ours = new ArrayList<Double>();
    var theirs = new ArrayList<Double>();
    for (int seed = 0; seed < PROBLEMS; seed++) {
      long[][] problem = costs.draw(size.rows(), size.columns(), new Random(seed));
      Solution antar = timed(Solver.ANTAR.prepare(problem));
      Solution other = timed(orTools.prepare(problem));
      requireSame(antar.cost(), other.cost());
      ours.add(antar.millis());
      theirs.add(other.millis());
    }
    say(
        "%5d x %-6d %-8s %7.2f ms %13.2f ms (x%6.1f)",
        size.rows(),
        size.columns(),
        costs,
        median(ours),
        median(theirs),
        median(theirs) / median(ours));
    if (isJgraphtRun) {
      besideJgrapht(costs.draw(size.rows(), size.columns(), new Random(0)));
    } else {
      say("     not run (--all)%n");
    }
  }

  private static void besideJgrapht(long[][] problem) {
    LongSupplier antar = Solver.ANTAR.prepare(problem);
    var ours = new ArrayList<Double>();
    for (int shot = 0; shot < PROBLEMS; shot++) {
      ours.add(timed(antar).millis());
    }
    LongSupplier jgrapht = Solver.JGRAPHT.prepare(problem);
    double best = Double.MAX_VALUE;
    for (int shot = 0; shot < JGRAPHT_SHOTS; shot++) {
      Solution solution = timed(jgrapht);
      requireSame(antar.getAsLong(), solution.cost());
      best = Math.min(best, solution.millis());
    }
    say("%11.0f ms (x%6.1f)%n", best, best / median(ours));
  }

  private static Solution timed(LongSupplier solver) {
    long start = THREADS.getCurrentThreadCpuTime();
    long cost = solver.getAsLong();
    return new Solution(cost, (THREADS.getCurrentThreadCpuTime() - start) / 1e6);
  }

  private static double median(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static void requireSame(long ours, long theirs) {
    if (ours != theirs) {
      throw new IllegalStateException("Not the same optimum: " + ours + " and " + theirs + ".");
    }
  }

  private static void say(String format, Object... values) {
    System.out.print(String.format(Locale.ROOT, format, values));
  }
}
