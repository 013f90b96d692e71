package id.antar.bench.assign;

import id.antar.dispatch.assign.SparseCosts;
import java.util.Random;

/// Problems where every row can have every column, and would pay a lot for having none.
public enum Costs {
  /// Whole numbers below a million, each by itself.
  UNIFORM {
    @Override
    long[][] draw(int rows, int columns, Random random) {
      long[][] costs = new long[rows][columns];
      for (long[] row : costs) {
        for (int column = 0; column < columns; column++) {
          row[column] = random.nextInt(1_000_000);
        }
      }
      return costs;
    }
  },

  /// A planner's: seconds of travel from couriers to merchants, three orders of a merchant on
  /// average, so whole rows are equal and whatever one saves another nearly pays.
  TRAVEL {
    @Override
    long[][] draw(int rows, int columns, Random random) {
      double[][] merchants = points(Math.max(1, rows / 3), random);
      double[][] couriers = points(columns, random);
      long[][] costs = new long[rows][columns];
      for (long[] row : costs) {
        double[] merchant = merchants[random.nextInt(merchants.length)];
        for (int column = 0; column < columns; column++) {
          double metres =
              Math.hypot(merchant[0] - couriers[column][0], merchant[1] - couriers[column][1]);
          row[column] = (long) (metres / METRES_PER_SECOND);
        }
      }
      return costs;
    }
  };

  private static final double TOWN_METRES = 8_000;
  private static final double METRES_PER_SECOND = 6;
  private static final long ALONE = 10_000_000;

  abstract long[][] draw(int rows, int columns, Random random);

  static SparseCosts sparse(long[][] costs) {
    var builder = SparseCosts.withColumns(costs[0].length);
    for (long[] row : costs) {
      builder.row(ALONE);
      for (int column = 0; column < row.length; column++) {
        builder.edge(column, row[column]);
      }
    }
    return builder.build();
  }

  private static double[][] points(int count, Random random) {
    double[][] points = new double[count][];
    for (int i = 0; i < count; i++) {
      points[i] =
          new double[] {random.nextDouble() * TOWN_METRES, random.nextDouble() * TOWN_METRES};
    }
    return points;
  }
}
