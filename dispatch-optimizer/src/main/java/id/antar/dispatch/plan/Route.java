package id.antar.dispatch.plan;

/// One courier's trips in sequence, and what they cost. Immutable.
///
/// @param trips never changed after
/// @param cost of all of them together
record Route(Trip[] trips, long cost) {

  static final Route EMPTY = new Route(new Trip[0], 0);

  int size() {
    return trips.length;
  }

  boolean isEmpty() {
    return trips.length == 0;
  }

  boolean isUnderWay() {
    return trips.length > 0 && trips[0].underWay();
  }

  /// Index of the first trip that may still go to somebody else.
  int firstFree() {
    return isUnderWay() ? 1 : 0;
  }

  int tripOf(int order) {
    for (int i = 0; i < trips.length; i++) {
      if (trips[i].contains(order)) {
        return i;
      }
    }
    throw new IllegalStateException("Order " + order + " is not on this route.");
  }

  /// The same trips with another one inserted.
  Trip[] inserting(int at, Trip trip) {
    Trip[] more = new Trip[trips.length + 1];
    System.arraycopy(trips, 0, more, 0, at);
    more[at] = trip;
    System.arraycopy(trips, at, more, at + 1, trips.length - at);
    return more;
  }

  Trip[] replacing(int at, Trip trip) {
    Trip[] changed = trips.clone();
    changed[at] = trip;
    return changed;
  }

  Trip[] removing(int at) {
    Trip[] fewer = new Trip[trips.length - 1];
    System.arraycopy(trips, 0, fewer, 0, at);
    System.arraycopy(trips, at + 1, fewer, at, fewer.length - at);
    return fewer;
  }

  /// The same trips without one order, which may take its trip with it.
  Trip[] without(int order) {
    int at = tripOf(order);
    return trips[at].size() == 1 ? removing(at) : replacing(at, trips[at].without(order));
  }
}
