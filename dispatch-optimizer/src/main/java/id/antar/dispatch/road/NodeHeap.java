package id.antar.dispatch.road;

import java.util.Arrays;

/// A binary heap of nodes by weight. A node may be in it several times.
final class NodeHeap {

  private int[] nodes = new int[256];
  private double[] keys = new double[256];
  private int size;

  boolean isEmpty() {
    return size == 0;
  }

  double minKey() {
    return keys[0];
  }

  void add(int node, double key) {
    if (size == nodes.length) {
      nodes = Arrays.copyOf(nodes, 2 * size);
      keys = Arrays.copyOf(keys, 2 * size);
    }
    int at = size++;
    while (at > 0 && key < keys[(at - 1) >> 1]) {
      int parent = (at - 1) >> 1;
      nodes[at] = nodes[parent];
      keys[at] = keys[parent];
      at = parent;
    }
    nodes[at] = node;
    keys[at] = key;
  }

  int poll() {
    int least = nodes[0];
    int node = nodes[--size];
    double key = keys[size];
    int at = 0;
    int child = 1;
    while (child < size) {
      if (child + 1 < size && keys[child + 1] < keys[child]) {
        child++;
      }
      if (keys[child] >= key) {
        break;
      }
      nodes[at] = nodes[child];
      keys[at] = keys[child];
      at = child;
      child = 2 * at + 1;
    }
    nodes[at] = node;
    keys[at] = key;
    return least;
  }
}
