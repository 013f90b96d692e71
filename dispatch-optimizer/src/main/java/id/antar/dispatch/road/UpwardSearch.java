package id.antar.dispatch.road;

import id.antar.dispatch.road.Hierarchy.Upward;
import java.util.Arrays;

/// Dijkstra's search up the hierarchy, with stalling on demand: a node that is reached on a detour
/// goes no further (Geisberger et al. 2008). One thread at a time; its arrays are used again.
final class UpwardSearch {

  /// GraphHopper rounds the weights of shortcuts to three digits; its router stalls with this
  /// slack.
  private static final double ROUNDING = 0.001;

  private final double[] weight;
  private final int[] millis;
  private final int[] reached;
  private final NodeHeap heap = new NodeHeap();
  private int reachedCount;

  UpwardSearch(int nodes) {
    this.weight = new double[nodes];
    this.millis = new int[nodes];
    this.reached = new int[nodes];
    Arrays.fill(weight, Label.NO_WAY);
  }

  /// Where the search begins.
  void start(int node, double startWeight, int startMillis) {
    relax(node, startWeight, startMillis);
  }

  /// @param up the ways to follow
  /// @param down the same hierarchy's ways in the other direction, which show detours
  Label run(Upward up, Upward down) {
    int settled = 0;
    while (!heap.isEmpty()) {
      double key = heap.minKey();
      int node = heap.poll();
      if (key == weight[node] && !isDetour(node, down)) {
        settled++;
        relaxAll(node, up);
      }
    }
    return settled == 0 ? Label.NONE : collect(down);
  }

  private void relaxAll(int node, Upward up) {
    double soFar = weight[node];
    int time = millis[node];
    for (int i = up.first[node]; i < up.first[node + 1]; i++) {
      relax(up.head[i], soFar + up.weight[i], time + up.millis[i]);
    }
  }

  private void relax(int node, double newWeight, int newMillis) {
    double known = weight[node];
    if (newWeight < known) {
      if (known == Label.NO_WAY) {
        reached[reachedCount++] = node;
      }
      weight[node] = newWeight;
      millis[node] = newMillis;
      heap.add(node, newWeight);
    }
  }

  private boolean isDetour(int node, Upward down) {
    double limit = weight[node] - ROUNDING;
    for (int i = down.first[node]; i < down.first[node + 1]; i++) {
      if (weight[down.head[i]] + down.weight[i] < limit) {
        return true;
      }
    }
    return false;
  }

  /// Looks for detours once more, now that all weights are final: the label gets shorter.
  private Label collect(Upward down) {
    int kept = 0;
    Arrays.sort(reached, 0, reachedCount);
    var hubs = new int[reachedCount];
    for (int i = 0; i < reachedCount; i++) {
      if (!isDetour(reached[i], down)) {
        hubs[kept++] = reached[i];
      }
    }
    hubs = Arrays.copyOf(hubs, kept);
    var weights = new double[kept];
    var times = new int[kept];
    for (int i = 0; i < kept; i++) {
      weights[i] = weight[hubs[i]];
      times[i] = millis[hubs[i]];
    }
    for (int i = 0; i < reachedCount; i++) {
      weight[reached[i]] = Label.NO_WAY;
    }
    reachedCount = 0;
    return new Label(hubs, weights, times);
  }
}
