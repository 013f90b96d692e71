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

  /// Seconds of travel between random points of a town: many near ties.
  TRAVEL {
    @Override
    long[][] draw(int rows, int columns, Random random) {
      return travel(points(rows, random), points(columns, random));
    }
  },

  /// A planner's: three orders of a merchant on average, each ready and due at its own time; to
  /// travel, to wait and to be late have different prices.
  PLANNER {
    @Override
    long[][] draw(int rows, int columns, Random random) {
      long[][] travel = travel(points(Math.max(1, rows / 3), random), points(columns, random));
      long[][] costs = new long[rows][columns];
      for (long[] row : costs) {
        long[] merchant = travel[random.nextInt(travel.length)];
        long ready = random.nextInt(900);
        long due = random.nextInt(900);
        for (int column = 0; column < columns; column++) {
          long arrival = merchant[column];
          row[column] = 2 * arrival + Math.max(0, ready - arrival) + 4 * Math.max(0, arrival - due);
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

  private static long[][] travel(double[][] from, double[][] to) {
    long[][] seconds = new long[from.length][to.length];
    for (int i = 0; i < from.length; i++) {
      for (int j = 0; j < to.length; j++) {
        double metres = Math.hypot(from[i][0] - to[j][0], from[i][1] - to[j][1]);
        seconds[i][j] = (long) (metres / METRES_PER_SECOND);
      }
    }
    return seconds;
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
