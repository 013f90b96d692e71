package id.antar.dispatch.assign;

import static id.antar.dispatch.assign.Assignment.ALONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssignmentTest {

  /// Each edge is there with the given probability; costs and the prices of staying alone are
  /// uniform between their bounds.
  private static SparseCosts random(
      Random random, int rows, int columns, double density, Bounds costs, Bounds alone) {
    var builder = SparseCosts.withColumns(columns);
    for (int row = 0; row < rows; row++) {
      builder.row(alone.draw(random));
      for (int column = 0; column < columns; column++) {
        if (random.nextDouble() < density) {
          builder.edge(column, costs.draw(random));
        }
      }
    }
    return builder.build();
  }

  private record Bounds(long from, long to) {

    long draw(Random random) {
      return random.nextLong(from, to + 1);
    }
  }

  /// Adds up what was chosen, once it is known to be allowed.
  private static long costOf(SparseCosts costs, Assignment assignment) {
    var taken = new boolean[costs.columns()];
    long total = 0;
    for (int row = 0; row < costs.rows(); row++) {
      int column = assignment.columnOf(row);
      if (column == ALONE) {
        total += costs.aloneCosts[row];
        continue;
      }
      assertThat(taken[column]).isFalse();
      taken[column] = true;
      long cheapest = Long.MAX_VALUE;
      for (int edge = costs.starts[row]; edge < costs.starts[row + 1]; edge++) {
        cheapest =
            costs.columnOf[edge] == column ? Math.min(cheapest, costs.costOf[edge]) : cheapest;
      }
      assertThat(cheapest).isLessThan(Long.MAX_VALUE);
      total += cheapest;
    }
    return total;
  }

  /// Linear programming duality: with these prices nothing can be cheaper.
  private static void assertProven(SparseCosts costs, Assignment assignment) {
    assertThat(assignment.totalCost()).isEqualTo(costOf(costs, assignment));
    for (int row = 0; row < costs.rows(); row++) {
      assertThat(assignment.rowPrice(row)).isLessThanOrEqualTo(costs.aloneCosts[row]);
      for (int edge = costs.starts[row]; edge < costs.starts[row + 1]; edge++) {
        long price = assignment.columnPrice(costs.columnOf[edge]);
        assertThat(costs.costOf[edge] - assignment.rowPrice(row) - price).isNotNegative();
      }
    }
    for (int column = 0; column < costs.columns(); column++) {
      assertThat(assignment.columnPrice(column)).isNotPositive();
    }
  }

  @ParameterizedTest(name = "{0}: {1} x {2}")
  @CsvSource({
    // name, rows, columns, density, cost from, to, alone from, to
    "square,               9,  9, 1.0,    0,  100, 1000, 1000",
    "more columns,         6, 11, 1.0,    0,  100, 1000, 1000",
    "more rows,           11,  6, 1.0,    0,  100, 1000, 1000",
    "rows that differ,    11,  6, 1.0,    0,  100,   50,  500",
    "sparse,              10, 10, 0.3,    0,  100,  200,  300",
    "very sparse,         12, 12, 0.1,    0,  100,  200,  300",
    "no edges,             5,  5, 0.0,    0,  100,  200,  300",
    "no columns,           5,  0, 1.0,    0,  100,  200,  300",
    "negative,             8,  9, 0.8, -100,  100,  -50,   50",
    "all negative,         8,  8, 1.0, -100,   -1,    0,    0",
    "ties,                10, 10, 0.7,    0,    2,    0,    3",
    "all equal,            9,  8, 1.0,    1,    1,    1,    1",
    "forced alone,         8,  8, 0.8,   50,  100,    0,   49",
    "near the margin,     10, 10, 0.8,    0,  100,   20,   40",
    "one column,           8,  1, 0.9,    0,  100,    0,  100",
    "one row,              1,  8, 0.9,    0,  100,    0,  100"
  })
  void costsWhatKuhnAndMunkresCost(
      String name,
      int rows,
      int columns,
      double density,
      long costFrom,
      long costTo,
      long aloneFrom,
      long aloneTo) {
    var random = new Random(name.hashCode());
    for (int round = 0; round < 60; round++) {
      var costs =
          random(
              random,
              rows,
              columns,
              density,
              new Bounds(costFrom, costTo),
              new Bounds(aloneFrom, aloneTo));
      var assignment = Assignment.of(costs);
      assertThat(costOf(costs, assignment)).isEqualTo(KuhnMunkres.leastCost(costs));
      assertProven(costs, assignment);
    }
  }

  @ParameterizedTest
  @CsvSource({"300, 300, 1.0", "300, 200, 0.3", "100, 800, 0.5", "800, 800, 0.01"})
  void largeProblemsAreProvenByTheirPrices(int rows, int columns, double density) {
    for (long range : new long[] {3, 60, 1_000_000}) {
      var costs =
          random(
              new Random(range),
              rows,
              columns,
              density,
              new Bounds(0, range),
              new Bounds(range / 2, 4 * range));
      assertProven(costs, Assignment.of(costs));
    }
  }

  /// Rows too long for a list of their cheapest edges, in orders that mislead such a list.
  @ParameterizedTest
  @CsvSource({"1, 0", "-1, 0", "0, 7", "3, 61", "-3, 200"})
  void longRowsInAnyOrderAreProvenByTheirPrices(int slope, int period) {
    var random = new Random(period);
    for (int rows : new int[] {150, 250, 350}) {
      var builder = SparseCosts.withColumns(250);
      for (int row = 0; row < rows; row++) {
        builder.row(10_000 + random.nextInt(1_000));
        for (int column = 0; column < 250; column++) {
          int wave = period == 0 ? 0 : 5 * (column % period);
          builder.edge(column, 1_000 + slope * column + wave + random.nextInt(1 + row % 3));
        }
      }
      var costs = builder.build();
      assertProven(costs, Assignment.of(costs));
    }
  }

  @Test
  void aRowIsAloneWhenThatIsCheaper() {
    var costs = SparseCosts.withColumns(2).row(10).edge(0, 11).edge(1, 12).row(10).edge(0, 9);
    assertThat(Assignment.solve(costs.build())).containsExactly(ALONE, 0);
  }

  @Test
  void aRowGivesWayToOneThatWouldPayMoreForStayingAlone() {
    var costs = SparseCosts.withColumns(1).row(20).edge(0, 5).row(100).edge(0, 50);
    assertThat(Assignment.solve(costs.build())).containsExactly(ALONE, 0);
  }

  @Test
  void aRowMovesOverWhenAnotherHasNoChoice() {
    var costs = SparseCosts.withColumns(2).row(99).edge(0, 1).edge(1, 5).row(99).edge(0, 3);
    assertThat(Assignment.solve(costs.build())).containsExactly(1, 0);
  }

  @Test
  void betweenEqualsTheLowestColumnIsTakenAndAnyColumnBeforeNone() {
    var costs = SparseCosts.withColumns(4).row(7).edge(3, 7).edge(1, 7).edge(2, 7);
    assertThat(Assignment.solve(costs.build())).containsExactly(1);
  }

  @Test
  void ofTwoEdgesWithOneColumnTheCheaperCounts() {
    var costs = SparseCosts.withColumns(1).row(10).edge(0, 12).edge(0, 4).edge(0, 6);
    assertThat(Assignment.of(costs.build()).totalCost()).isEqualTo(4);
  }

  @Test
  void anEdgesPricesSayWhatTakingItWouldAddAtLeast() {
    var random = new Random(11);
    for (int round = 0; round < 40; round++) {
      var costs = random(random, 6, 6, 0.7, new Bounds(0, 30), new Bounds(10, 60));
      var assignment = Assignment.of(costs);
      for (int row = 0; row < 6; row++) {
        for (int edge = costs.starts[row]; edge < costs.starts[row + 1]; edge++) {
          long added =
              costs.costOf[edge]
                  - assignment.rowPrice(row)
                  - assignment.columnPrice(costs.columnOf[edge]);
          assertThat(Assignment.of(forced(costs, row, edge)).totalCost())
              .isGreaterThanOrEqualTo(assignment.totalCost() + added);
        }
      }
    }
  }

  private static SparseCosts forced(SparseCosts costs, int forcedRow, int forcedEdge) {
    var builder = SparseCosts.withColumns(costs.columns());
    for (int row = 0; row < costs.rows(); row++) {
      builder.row(row == forcedRow ? 1_000_000 : costs.aloneCosts[row]);
      for (int edge = costs.starts[row]; edge < costs.starts[row + 1]; edge++) {
        if (row != forcedRow || edge == forcedEdge) {
          builder.edge(costs.columnOf[edge], costs.costOf[edge]);
        }
      }
    }
    return builder.build();
  }

  @Test
  void nothingToAssignCostsNothing() {
    assertThat(Assignment.of(SparseCosts.withColumns(3).build()).totalCost()).isZero();
    assertThat(Assignment.solve(SparseCosts.withColumns(0).build())).isEmpty();
  }

  @Test
  void theGreatestCostsAllowedDoNotOverflow() {
    var random = new Random(5);
    long most = SparseCosts.LIMIT;
    for (int round = 0; round < 200; round++) {
      var builder = SparseCosts.withColumns(6);
      for (int row = 0; row < 7; row++) {
        builder.row(random.nextBoolean() ? most : -most);
        for (int column = 0; column < 6; column++) {
          builder.edge(column, random.nextBoolean() ? most : -most);
        }
      }
      var costs = builder.build();
      assertProven(costs, Assignment.of(costs));
    }
  }

  @Test
  void refusesWhatCouldOverflowOrDoesNotExist() {
    var builder = SparseCosts.withColumns(2);
    assertThatThrownBy(() -> builder.edge(0, 1)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> builder.row(SparseCosts.LIMIT + 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> builder.row(0).edge(0, -SparseCosts.LIMIT - 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> builder.edge(2, 1)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void theSameInputGivesTheSameAnswer() {
    var bounds = new Bounds(0, 5);
    var costs = random(new Random(3), 60, 60, 0.5, bounds, bounds);
    var again = random(new Random(3), 60, 60, 0.5, bounds, bounds);
    assertThat(Assignment.solve(costs)).isEqualTo(Assignment.solve(again));
  }
}
