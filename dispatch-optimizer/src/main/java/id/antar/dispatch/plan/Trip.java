package id.antar.dispatch.plan;

import java.util.Arrays;
import java.util.function.IntPredicate;

/// Orders that a courier fetches and then drops off in this sequence. Immutable.
///
/// @param orders indexes, never changed after
/// @param underWay the courier is on the way to fetch them
record Trip(int[] orders, boolean underWay) {

  static Trip of(int order) {
    return new Trip(new int[] {order}, false);
  }

  int size() {
    return orders.length;
  }

  boolean contains(int order) {
    return indexOf(order) >= 0;
  }

  int indexOf(int order) {
    for (int i = 0; i < orders.length; i++) {
      if (orders[i] == order) {
        return i;
      }
    }
    return -1;
  }

  Trip with(int order, int at) {
    int[] more = new int[orders.length + 1];
    System.arraycopy(orders, 0, more, 0, at);
    more[at] = order;
    System.arraycopy(orders, at, more, at + 1, orders.length - at);
    return new Trip(more, underWay);
  }

  Trip without(int order) {
    int[] fewer = new int[orders.length - 1];
    int next = 0;
    for (int each : orders) {
      if (each != order) {
        fewer[next++] = each;
      }
    }
    return new Trip(fewer, underWay);
  }

  Trip only(IntPredicate stays) {
    return new Trip(Arrays.stream(orders).filter(stays).toArray(), underWay);
  }
}
