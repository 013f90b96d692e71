package id.antar.dispatch.road;

import java.util.BitSet;

/// Whole seconds from each of some places to each of others. Immutable.
public final class TravelMatrix {

  /// There is no way, and the places are too far apart to guess.
  public static final int UNREACHABLE = -1;

  private final int columns;
  private final int[] seconds;
  private final BitSet estimates;

  TravelMatrix(int columns, int[] seconds, BitSet estimates) {
    this.columns = columns;
    this.seconds = seconds;
    this.estimates = estimates;
  }

  /// Seconds, or [#UNREACHABLE].
  public int seconds(int from, int to) {
    return seconds[index(from, to)];
  }

  /// Whether the seconds come from the distance as the crow flies, because no street joins the two.
  public boolean isEstimate(int from, int to) {
    return estimates.get(index(from, to));
  }

  public int rows() {
    return columns == 0 ? 0 : seconds.length / columns;
  }

  public int columns() {
    return columns;
  }

  private int index(int from, int to) {
    if (from < 0 || from >= rows() || to < 0 || to >= columns) {
      throw new IndexOutOfBoundsException(
          "There is no leg (%d, %d) in a matrix of %d rows and %d columns."
              .formatted(from, to, rows(), columns));
    }
    return from * columns + to;
  }
}
