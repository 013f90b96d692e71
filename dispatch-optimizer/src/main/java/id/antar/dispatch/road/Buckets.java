package id.antar.dispatch.road;

import java.util.Arrays;
import java.util.List;

/// The labels of one side of a matrix, turned round: at each important node, who of them knows it
/// (Knopp, Sanders, Schultes, Schulz and Wagner 2007). One thread at a time; its arrays are used
/// again.
final class Buckets {

  private final int[] start;
  private final int[] end;
  private int[] touched = new int[1024];
  private int touchedCount;
  private int[] member = new int[1024];
  private double[] weight = new double[1024];
  private int[] millis = new int[1024];

  Buckets(int nodes) {
    this.start = new int[nodes];
    this.end = new int[nodes];
  }

  void fill(List<Label> labels) {
    int entries = count(labels);
    if (member.length < entries) {
      member = new int[entries];
      weight = new double[entries];
      millis = new int[entries];
    }
    for (int who = 0; who < labels.size(); who++) {
      Label label = labels.get(who);
      for (int i = 0; i < label.size(); i++) {
        int at = end[label.hubs[i]]++;
        member[at] = who;
        weight[at] = label.weights[i];
        millis[at] = label.millis[i];
      }
    }
  }

  private int count(List<Label> labels) {
    for (Label label : labels) {
      for (int hub : label.hubs) {
        if (start[hub]++ == 0) {
          touch(hub);
        }
      }
    }
    int entries = 0;
    for (int i = 0; i < touchedCount; i++) {
      int hub = touched[i];
      int size = start[hub];
      start[hub] = entries;
      end[hub] = entries;
      entries += size;
    }
    return entries;
  }

  private void touch(int hub) {
    if (touchedCount == touched.length) {
      touched = Arrays.copyOf(touched, 2 * touchedCount);
    }
    touched[touchedCount++] = hub;
  }

  /// The lightest way to meet the label's owner, for each in the buckets; [Label#NO_WAY] for none.
  /// Of ways that weigh the same the one over the most important node counts, whichever side is in
  /// the buckets.
  void meet(Label label, double[] lightest, int[] time) {
    Arrays.fill(lightest, Label.NO_WAY);
    for (int i = 0; i < label.size(); i++) {
      double half = label.weights[i];
      int halfTime = label.millis[i];
      int last = end[label.hubs[i]];
      for (int at = start[label.hubs[i]]; at < last; at++) {
        double whole = half + weight[at];
        int who = member[at];
        if (whole < lightest[who]) {
          lightest[who] = whole;
          time[who] = halfTime + millis[at];
        }
      }
    }
  }

  void clear() {
    for (int i = 0; i < touchedCount; i++) {
      start[touched[i]] = 0;
      end[touched[i]] = 0;
    }
    touchedCount = 0;
  }
}
