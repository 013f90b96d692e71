package id.antar.dispatch.assign;

import java.util.Arrays;

/// Each row's cheap edges, so that few searches look at all of them. Prices only fall, so an edge
/// only becomes dearer: what was left out of a list is for ever at least as dear as its bound, the
/// cheapest that was left out. A row with few edges has them all in its list.
final class ShortLists {

  private static final int LENGTH = 64;

  /// A row's edges are dealt to so many hands, and the list takes what is no dearer than the median
  /// hand's cheapest: two thirds of their number, more or less, however the row is ordered.
  private static final int HANDS = 61;

  /// The bound of a list that leaves nothing out.
  static final long NOTHING_LEFT = Long.MAX_VALUE;

  private final SparseCosts costs;
  private final long[] prices;
  private final int[] edges;
  private final int[] ends;
  private final long[] bounds;
  private final long[] cheapest = new long[HANDS];

  /// @param prices by column; read, and kept by the caller
  ShortLists(SparseCosts costs, long[] prices) {
    this.costs = costs;
    this.prices = prices;
    this.edges = new int[Math.multiplyExact(costs.rows(), LENGTH)];
    this.ends = new int[costs.rows()];
    this.bounds = new long[costs.rows()];
    for (int row = 0; row < costs.rows(); row++) {
      renew(row);
    }
  }

  int first(int row) {
    return row * LENGTH;
  }

  int end(int row) {
    return ends[row];
  }

  int edge(int place) {
    return edges[place];
  }

  long bound(int row) {
    return bounds[row];
  }

  /// Lists those that are cheap now.
  void renew(int row) {
    int start = costs.starts[row];
    int end = costs.starts[row + 1];
    long most = end - start <= LENGTH ? NOTHING_LEFT : medianHand(start, end);
    int place = row * LENGTH;
    int full = place + LENGTH;
    long bound = NOTHING_LEFT;
    for (int edge = start; edge < end; edge++) {
      long cost = cost(edge);
      if (cost <= most && place < full) {
        edges[place++] = edge;
      } else {
        bound = Math.min(bound, cost);
      }
    }
    ends[row] = place;
    bounds[row] = bound;
  }

  private long medianHand(int start, int end) {
    for (int hand = 0; hand < HANDS; hand++) {
      long least = NOTHING_LEFT;
      for (int edge = start + hand; edge < end; edge += HANDS) {
        least = Math.min(least, cost(edge));
      }
      cheapest[hand] = least;
    }
    Arrays.sort(cheapest);
    return cheapest[HANDS / 2];
  }

  private long cost(int edge) {
    return costs.costOf[edge] - prices[costs.columnOf[edge]];
  }
}
