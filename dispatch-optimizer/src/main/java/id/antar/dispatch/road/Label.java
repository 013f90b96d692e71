package id.antar.dispatch.road;

/// What a place knows of the important nodes: those that a search up the hierarchy reaches on a
/// shortest way, in order of rank, with the weight and milliseconds to (or from) each. The lightest
/// way between two places meets in a node that both know.
final class Label {

  static final Label NONE = new Label(new int[0], new double[0], new int[0]);

  /// GraphHopper's weights are of seconds; no way weighs so much.
  static final double NO_WAY = Double.POSITIVE_INFINITY;

  final int[] hubs;
  final double[] weights;
  final int[] millis;

  Label(int[] hubs, double[] weights, int[] millis) {
    this.hubs = hubs;
    this.weights = weights;
    this.millis = millis;
  }

  int size() {
    return hubs.length;
  }
}
