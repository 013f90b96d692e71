package id.antar.dispatch.assign;

import java.util.Arrays;

/// Numbers (columns, mostly) by distance, nearest first and of equally near ones the lowest: a
/// binary heap that knows where each stands in it.
final class ColumnQueue {

  private static final int ABSENT = -1;

  private final long[] distances;
  private final int[] heap;
  private final int[] placeOf;
  private int size;

  /// @param distances by number; read, and kept by the caller
  ColumnQueue(long[] distances) {
    this.distances = distances;
    this.heap = new int[distances.length];
    this.placeOf = new int[distances.length];
    Arrays.fill(placeOf, ABSENT);
  }

  boolean isEmpty() {
    return size == 0;
  }

  int first() {
    return heap[0];
  }

  void clear() {
    for (int i = 0; i < size; i++) {
      placeOf[heap[i]] = ABSENT;
    }
    size = 0;
  }

  /// Puts the column where its distance belongs, which may only have fallen since it was put there.
  void offer(int column) {
    rise(placeOf[column] == ABSENT ? size++ : placeOf[column], column);
  }

  int poll() {
    int column = heap[0];
    placeOf[column] = ABSENT;
    int last = heap[--size];
    if (size > 0) {
      sink(last);
    }
    return column;
  }

  private void rise(int from, int column) {
    int place = from;
    while (place > 0) {
      int above = (place - 1) >>> 1;
      if (!isBefore(column, heap[above])) {
        break;
      }
      put(place, heap[above]);
      place = above;
    }
    put(place, column);
  }

  private void sink(int column) {
    int place = 0;
    while (2 * place + 1 < size) {
      int below = 2 * place + 1;
      if (below + 1 < size && isBefore(heap[below + 1], heap[below])) {
        below++;
      }
      if (!isBefore(heap[below], column)) {
        break;
      }
      put(place, heap[below]);
      place = below;
    }
    put(place, column);
  }

  private void put(int place, int column) {
    heap[place] = column;
    placeOf[column] = place;
  }

  private boolean isBefore(int column, int other) {
    long difference = distances[column] - distances[other];
    return difference < 0 || (difference == 0 && column < other);
  }
}
