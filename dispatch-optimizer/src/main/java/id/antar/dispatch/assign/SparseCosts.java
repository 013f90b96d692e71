package id.antar.dispatch.assign;

import java.util.Arrays;
import java.util.Objects;

/// An assignment problem: what each row costs with each column that it may have, and what it costs
/// alone. Compressed sparse rows: a row's edges lie together, in the order in which they were
/// given. Costs may be negative, and have at most [#LIMIT] either way.
public final class SparseCosts {

  /// Every sum that the solver forms stays within eight times this, so none overflows.
  public static final long LIMIT = 1L << 58;

  final int columns;

  /// Where each row's edges begin, and after the last row's.
  final int[] starts;

  final int[] columnOf;
  final long[] costOf;
  final long[] aloneCosts;

  private SparseCosts(Builder builder) {
    this.columns = builder.columns;
    this.starts = Arrays.copyOf(builder.starts, builder.rows + 1);
    this.starts[builder.rows] = builder.edges;
    this.columnOf = Arrays.copyOf(builder.columnOf, builder.edges);
    this.costOf = Arrays.copyOf(builder.costOf, builder.edges);
    this.aloneCosts = Arrays.copyOf(builder.aloneCosts, builder.rows);
  }

  public static Builder withColumns(int columns) {
    return new Builder(columns);
  }

  public int rows() {
    return aloneCosts.length;
  }

  public int columns() {
    return columns;
  }

  public int edges() {
    return columnOf.length;
  }

  /// Rows are numbered as they come; an edge belongs to the row begun last.
  public static final class Builder {

    private final int columns;
    private int rows;
    private int edges;
    private int[] starts = new int[65];
    private long[] aloneCosts = new long[64];
    private int[] columnOf = new int[1024];
    private long[] costOf = new long[1024];

    private Builder(int columns) {
      if (columns < 0) {
        throw new IllegalArgumentException("columns (" + columns + ") must not be negative.");
      }
      this.columns = columns;
    }

    public Builder row(long aloneCost) {
      requireWithinLimit(aloneCost);
      if (rows == aloneCosts.length) {
        aloneCosts = Arrays.copyOf(aloneCosts, 2 * rows);
        starts = Arrays.copyOf(starts, 2 * rows + 1);
      }
      starts[rows] = edges;
      aloneCosts[rows++] = aloneCost;
      return this;
    }

    /// The row begun last may have this column. Of two edges with the same column, the cheaper
    /// counts.
    public Builder edge(int column, long cost) {
      Objects.checkIndex(column, columns);
      requireWithinLimit(cost);
      if (rows == 0) {
        throw new IllegalStateException("An edge needs a row.");
      }
      if (edges == columnOf.length) {
        columnOf = Arrays.copyOf(columnOf, 2 * edges);
        costOf = Arrays.copyOf(costOf, 2 * edges);
      }
      columnOf[edges] = column;
      costOf[edges++] = cost;
      return this;
    }

    public SparseCosts build() {
      return new SparseCosts(this);
    }

    private static void requireWithinLimit(long cost) {
      if (cost > LIMIT || cost < -LIMIT) {
        throw new IllegalArgumentException("cost (" + cost + ") is beyond " + LIMIT + ".");
      }
    }
  }
}
