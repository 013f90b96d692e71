package id.antar.bench.assign;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.LongSupplier;

/// The assignment beside JGraphT's Kuhn-Munkres and OR-tools, on the same problems in the same run,
/// each optimum compared: `java -cp benchmarks.jar id.antar.bench.assign.AssignmentComparison
/// [--all]`. JGraphT takes minutes beyond 500 x 500 and is left out there, unless asked for.
///
/// Times are medians of single solutions on the wall clock, after warming up; JGraphT solves each
/// problem once. Setting a problem up counts for nobody.
public final class AssignmentComparison {

  private static final int WARM_UP = 30;
  private static final int SHOTS = 15;
  private static final int JGRAPHT_LIMIT = 500;

  private record Size(int rows, int columns) {}

  private AssignmentComparison() {}

  public static void main(String[] args) {
    boolean all = List.of(args).contains("--all");
    System.out.println("rows x columns  costs         Antar      OR-tools       JGraphT");
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
    }
    long[][] small = costs.draw(100, 100, new Random(1));
    requireSame(Solver.ANTAR.prepare(small).getAsLong(), Solver.JGRAPHT.prepare(small).getAsLong());
  }

  private static void compare(Size size, Costs costs, boolean isJgraphtRun) {
    boolean isSquare = size.rows() == size.columns();
    double[] ours = new double[SHOTS];
    double[] theirs = new double[SHOTS];
    for (int shot = 0; shot < SHOTS; shot++) {
      long[][] problem = costs.draw(size.rows(), size.columns(), new Random(shot));
      LongSupplier antar = Solver.ANTAR.prepare(problem);
      LongSupplier orTools = (isSquare ? Solver.LINEAR_SUM : Solver.FLOW).prepare(problem);
      long start = System.nanoTime();
      long least = antar.getAsLong();
      ours[shot] = millisSince(start);
      start = System.nanoTime();
      long other = orTools.getAsLong();
      theirs[shot] = millisSince(start);
      requireSame(least, other);
    }
    double median = median(ours);
    say("%5d x %-5d   %-8s %7.2f ms", size.rows(), size.columns(), costs, median);
    say("   %7.1f ms x %-4.1f", median(theirs), median(theirs) / median);
    if (isJgraphtRun) {
      double millis = jgrapht(costs.draw(size.rows(), size.columns(), new Random(0)));
      say(" %8.0f ms x %.0f%n", millis, millis / ours(size, costs));
    } else {
      say("   not run (--all)%n");
    }
  }

  /// The very problem that JGraphT is given, the median of some.
  private static double ours(Size size, Costs costs) {
    long[][] problem = costs.draw(size.rows(), size.columns(), new Random(0));
    LongSupplier antar = Solver.ANTAR.prepare(problem);
    double[] millis = new double[SHOTS];
    for (int shot = 0; shot < SHOTS; shot++) {
      long start = System.nanoTime();
      long _ = antar.getAsLong();
      millis[shot] = millisSince(start);
    }
    return median(millis);
  }

  private static double jgrapht(long[][] problem) {
    LongSupplier solver = Solver.JGRAPHT.prepare(problem);
    long start = System.nanoTime();
    long least = solver.getAsLong();
    double millis = millisSince(start);
    requireSame(least, Solver.ANTAR.prepare(problem).getAsLong());
    return millis;
  }

  private static double millisSince(long start) {
    return (System.nanoTime() - start) / 1e6;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
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
