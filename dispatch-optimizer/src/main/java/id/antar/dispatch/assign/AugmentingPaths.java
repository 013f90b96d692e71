package id.antar.dispatch.assign;

import java.util.Arrays;

/// Shortest augmenting paths for the rectangular sparse assignment problem.
///
/// R. Jonker and A. Volgenant, *A Shortest Augmenting Path Algorithm for Dense and Sparse Linear
/// Assignment Problems* (1987), with these differences. Columns may stay free (D. F. Crouse, *On
/// Implementing 2D Rectangular Assignment Algorithms*, 2016), so prices begin at 0 and only fall,
/// and there is no column reduction. Each row has a column of its own that nobody else may take,
/// staying alone; it is never stored, and a row that once stays alone stays so, for prices only
/// fall. Paths are searched by a heap instead of a scan of all columns, no further than the nearest
/// free column found so far, and along a row's short list unless that ends before the path does.
///
/// Time is O(rows * edges * log columns) at worst. No sum leaves `8 * SparseCosts.LIMIT`: a column
/// that has a row is priced at no less than its cost less what the row costs alone, and paths
/// longer than the first row's way to stay alone are cut off.
final class AugmentingPaths {

  private static final int NONE = -1;
  private static final int WAITING = -2;

  /// A bid takes a column from its owner, who then bids elsewhere. Between near ties that can go on
  /// for long, and augmenting is the better way to settle it.
  private static final int BIDS_PER_ROW = 8;

  private static final long FAR = Long.MAX_VALUE;

  private final int columns;
  private final int[] starts;
  private final int[] columnOf;
  private final long[] costOf;
  private final long[] aloneCosts;

  /// Each row's edge, or [Assignment#ALONE].
  final int[] edgeOf;

  /// What each column's owner pays for having it, never positive.
  final long[] prices;

  private final int[] ownerOf;
  private final ShortLists lists;

  /// How far it is to each column and, at `columns + row`, to the first edge that is not in a row's
  /// list.
  private final long[] distances;

  private final int[] lastEdges;
  private final int[] lastRows;
  private final long[] offsets;
  private final ColumnQueue queue;
  private final int[] reached;
  private final int[] settled;
  private int reachedCount;
  private int settledCount;
  private long nearest;
  private int nearestColumn;
  private int nearestRow;

  private AugmentingPaths(SparseCosts costs) {
    int rows = costs.rows();
    this.columns = costs.columns;
    this.starts = costs.starts;
    this.columnOf = costs.columnOf;
    this.costOf = costs.costOf;
    this.aloneCosts = costs.aloneCosts;
    this.edgeOf = new int[rows];
    this.prices = new long[columns];
    this.ownerOf = new int[columns];
    this.lists = new ShortLists(costs, prices);
    this.distances = new long[columns + rows];
    this.lastEdges = new int[columns];
    this.lastRows = new int[columns];
    this.offsets = new long[rows];
    this.queue = new ColumnQueue(distances);
    this.reached = new int[columns + rows];
    this.settled = new int[columns];
  }

  static AugmentingPaths solve(SparseCosts costs) {
    var paths = new AugmentingPaths(costs);
    paths.run();
    return paths;
  }

  private void run() {
    Arrays.fill(edgeOf, WAITING);
    Arrays.fill(ownerOf, NONE);
    Arrays.fill(distances, FAR);
    int[] waiting = new int[edgeOf.length];
    Arrays.setAll(waiting, row -> row);
    int count = bid(waiting);
    for (int i = 0; i < count; i++) {
      augment(waiting[i]);
    }
  }

  /// Jonker and Volgenant's augmenting row reduction: each waiting row takes its best column and
  /// lowers the column's price until its second best is as good.
  ///
  /// @param waiting the rows that have nothing yet; on return those that still do not
  /// @return how many of them there are
  private int bid(int[] waiting) {
    int count = waiting.length;
    int left = 0;
    int next = 0;
    for (int bids = BIDS_PER_ROW * count; next < count && bids > 0; bids--) {
      int row = waiting[next++];
      int best = NONE;
      int second = NONE;
      long bestCost = aloneCosts[row];
      long secondCost = bestCost;
      int end = lists.end(row);
      for (int place = lists.first(row); place < end; place++) {
        int edge = lists.edge(place);
        long cost = costOf[edge] - prices[columnOf[edge]];
        if (cost < secondCost || (cost == secondCost && isPreferred(edge, second))) {
          if (cost < bestCost || (cost == bestCost && isPreferred(edge, best))) {
            second = best;
            secondCost = bestCost;
            best = edge;
            bestCost = cost;
          } else {
            second = edge;
            secondCost = cost;
          }
        }
      }
      if (secondCost > lists.bound(row)) {
        lists.renew(row);
        waiting[left++] = row;
        continue;
      }
      if (best == NONE) {
        edgeOf[row] = Assignment.ALONE;
        continue;
      }
      if (bestCost == secondCost && second != NONE && ownerOf[columnOf[best]] != NONE) {
        best = second;
      }
      int column = columnOf[best];
      int owner = ownerOf[column];
      if (owner != NONE && bestCost == secondCost && second == NONE) {
        edgeOf[row] = Assignment.ALONE;
        continue;
      }
      prices[column] -= secondCost - bestCost;
      edgeOf[row] = best;
      ownerOf[column] = row;
      if (owner != NONE) {
        edgeOf[owner] = WAITING;
        if (bestCost < secondCost) {
          waiting[--next] = owner;
        } else {
          waiting[left++] = owner;
        }
      }
    }
    System.arraycopy(waiting, next, waiting, left, count - next);
    return left + count - next;
  }

  /// Between equals a column is better than staying alone, and the lower one than the higher.
  private boolean isPreferred(int edge, int other) {
    return other == NONE || columnOf[edge] < columnOf[other];
  }

  /// Dijkstra's search over reduced costs from a waiting row to the nearest free column or to the
  /// nearest row that would as soon stay alone; prices follow, and the path's edges change sides.
  private void augment(int start) {
    reachedCount = 0;
    settledCount = 0;
    nearest = FAR;
    queue.clear();
    scan(start, 0);
    while (!queue.isEmpty() && distances[queue.first()] < nearest) {
      int next = queue.poll();
      if (next < columns) {
        settled[settledCount++] = next;
        int owner = ownerOf[next];
        scan(owner, distances[next] - (costOf[edgeOf[owner]] - prices[next]));
      } else {
        scanAll(next - columns);
      }
    }
    for (int i = 0; i < settledCount; i++) {
      prices[settled[i]] -= nearest - distances[settled[i]];
    }
    for (int i = 0; i < reachedCount; i++) {
      distances[reached[i]] = FAR;
    }
    flip(nearestColumn == NONE ? leave(nearestRow) : nearestColumn);
  }

  /// @param offset the distance to the row, less what the row has been brought to pay
  private void scan(int row, long offset) {
    if (offset + aloneCosts[row] < nearest) {
      nearest = offset + aloneCosts[row];
      nearestColumn = NONE;
      nearestRow = row;
    }
    int end = lists.end(row);
    for (int place = lists.first(row); place < end; place++) {
      relax(row, lists.edge(place), offset);
    }
    long bound = lists.bound(row);
    if (bound != ShortLists.NOTHING_LEFT && offset + bound < nearest) {
      offsets[row] = offset;
      distances[columns + row] = offset + bound;
      reached[reachedCount++] = columns + row;
      queue.offer(columns + row);
    }
  }

  /// The search has come as far as the row's list goes.
  private void scanAll(int row) {
    long offset = offsets[row];
    for (int edge = starts[row]; edge < starts[row + 1]; edge++) {
      relax(row, edge, offset);
    }
    lists.renew(row);
  }

  private void relax(int row, int edge, long offset) {
    int column = columnOf[edge];
    long distance = offset + costOf[edge] - prices[column];
    if (distance > nearest || distance >= distances[column]) {
      return;
    }
    boolean isFree = ownerOf[column] == NONE;
    if (distance == nearest && !(isFree && (nearestColumn == NONE || column < nearestColumn))) {
      return;
    }
    if (distances[column] == FAR) {
      reached[reachedCount++] = column;
    }
    distances[column] = distance;
    lastEdges[column] = edge;
    lastRows[column] = row;
    if (isFree) {
      nearest = distance;
      nearestColumn = column;
    } else {
      queue.offer(column);
    }
  }

  /// The row stays alone. Says which column it left, if any.
  private int leave(int row) {
    int edge = edgeOf[row];
    edgeOf[row] = Assignment.ALONE;
    return edge == WAITING ? NONE : columnOf[edge];
  }

  private void flip(int last) {
    int column = last;
    while (column != NONE) {
      int row = lastRows[column];
      int left = edgeOf[row];
      edgeOf[row] = lastEdges[column];
      ownerOf[column] = row;
      column = left == WAITING ? NONE : columnOf[left];
    }
  }
}
