package id.antar.dispatch.assign;

import java.util.Arrays;

/// Rows assigned to columns at the least total cost. Each row has a column of its own or stays
/// alone at its own price; each column has one row or none.
///
/// The prices prove it: `cost - rowPrice - columnPrice` is nowhere below 0, it is 0 on the edges
/// taken, and says of any other edge by how much at least the total would rise if it were taken. A
/// row's price is at most what it costs alone, and exactly that if it is alone; a column's is at
/// most 0, and 0 if nobody has it.
///
/// One input gives one answer, on any machine; which one of equally cheap answers depends on the
/// order of rows and, in second place, on the columns' numbers.
public final class Assignment {

  /// The column of a row that has none.
  public static final int ALONE = -1;

  private final int[] columnOf;
  private final long[] rowPrices;
  private final long[] columnPrices;

  private Assignment(SparseCosts costs, AugmentingPaths solved) {
    int rows = costs.rows();
    this.columnOf = new int[rows];
    this.rowPrices = new long[rows];
    this.columnPrices = solved.prices;
    for (int row = 0; row < rows; row++) {
      int edge = solved.edgeOf[row];
      int column = edge == ALONE ? ALONE : costs.columnOf[edge];
      columnOf[row] = column;
      rowPrices[row] =
          edge == ALONE ? costs.aloneCosts[row] : costs.costOf[edge] - columnPrices[column];
    }
  }

  public static Assignment of(SparseCosts costs) {
    return new Assignment(costs, AugmentingPaths.solve(costs));
  }

  /// Each row's column, or [#ALONE].
  public static int[] solve(SparseCosts costs) {
    return of(costs).columnOf;
  }

  public int columnOf(int row) {
    return columnOf[row];
  }

  public int[] columns() {
    return columnOf.clone();
  }

  public long rowPrice(int row) {
    return rowPrices[row];
  }

  public long columnPrice(int column) {
    return columnPrices[column];
  }

  /// The total, by duality the sum of all prices.
  ///
  /// @throws ArithmeticException if it does not fit
  public long totalCost() {
    long total = Arrays.stream(rowPrices).reduce(0, Math::addExact);
    return Arrays.stream(columnPrices).reduce(total, Math::addExact);
  }
}
