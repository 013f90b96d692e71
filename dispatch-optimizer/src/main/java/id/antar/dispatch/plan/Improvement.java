package id.antar.dispatch.plan;

import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Ruin and recreate: a few related orders are taken out and put back where they fit best, and the
/// plan that comes of it stays if it is no dearer.
///
/// G. Schrimpf, J. Schneider, H. Stamm-Wilbrandt, G. Dueck, *Record Breaking Optimization Results
/// Using the Ruin and Recreate Principle* (2000); overlooking a place now and then is from J.
/// Christiaens and G. Vanden Berghe, *Slack Induction by String Removals* (2020).
final class Improvement {

  private static final int MOST_REMOVED = 6;

  /// How many orders are looked at for one that is related.
  private static final int LOOKED_AT = 64;

  private static final int ASK_EVERY = 16;

  private final Schedule schedule;
  private final Round round;
  private final Insertion insertion;
  private final SplittableRandom random;
  private final int[] @Nullable [] near;
  private final int[] removed = new int[MOST_REMOVED];

  Improvement(Schedule schedule, SplittableRandom random) {
    this.schedule = schedule;
    this.round = schedule.round;
    this.insertion = new Insertion(schedule);
    this.random = random;
    this.near = new int[round.orders][];
  }

  /// How many iterations there were.
  int run(int wanted, Budget budget) {
    int limit = Math.min(wanted, budget.iterations());
    for (int i = 0; i < limit; i++) {
      if (i % ASK_EVERY == 0 && budget.expired().getAsBoolean()) {
        return i;
      }
      iterate();
    }
    return limit;
  }

  /// Moves single orders to where they fit better, until none does or `passes` are over.
  void settle(int passes) {
    for (int pass = 0; pass < passes; pass++) {
      long before = schedule.total();
      for (int order = 0; order < round.orders; order++) {
        schedule.mark();
        if (schedule.remove(order)) {
          insertion.apply(order, insertion.best(order, null));
          if (schedule.sinceMark() >= 0) {
            schedule.rollBack();
          }
        }
      }
      if (schedule.total() == before) {
        return;
      }
    }
  }

  private void iterate() {
    schedule.mark();
    int count = ruin();
    arrange(count);
    for (int i = 0; i < count; i++) {
      insertion.apply(removed[i], insertion.best(removed[i], random));
    }
    if (schedule.sinceMark() > 0) {
      schedule.rollBack();
    }
  }

  private int ruin() {
    int seed = random.nextInt(round.orders);
    int wanted = 1 + random.nextInt(Math.min(round.orders, MOST_REMOVED));
    int chosen = 1;
    removed[0] = seed;
    while (chosen < wanted) {
      int next = related(seed, chosen);
      if (next < 0) {
        break;
      }
      removed[chosen++] = next;
    }
    int count = 0;
    for (int i = 0; i < chosen; i++) {
      if (schedule.remove(removed[i])) {
        removed[count++] = removed[i];
      }
    }
    return count;
  }

  /// An order that is near the seed in place and time, by a good deal of chance.
  private int related(int seed, int chosen) {
    int best = -1;
    double least = Double.MAX_VALUE;
    for (int order : near(seed)) {
      double far = farness(seed, order) * (0.5 + random.nextDouble());
      if (far < least && !isChosen(order, chosen)) {
        least = far;
        best = order;
      }
    }
    return best;
  }

  private int[] near(int seed) {
    int[] known = near[seed];
    if (known == null) {
      known =
          IntStream.range(0, round.orders)
              .boxed()
              .sorted(Comparator.comparingInt(order -> farness(seed, order)))
              .limit(LOOKED_AT)
              .mapToInt(order -> order)
              .toArray();
      near[seed] = known;
    }
    return known;
  }

  private boolean isChosen(int order, int chosen) {
    for (int i = 0; i < chosen; i++) {
      if (removed[i] == order) {
        return true;
      }
    }
    return false;
  }

  /// Doors and merchants are compared by the way from the one to the other's merchant, which is
  /// known wherever the two could ever be driven one after the other.
  private int farness(int one, int other) {
    int way = round.travel.seconds(round.scale, round.dropoff[one], round.pickup[other]);
    return (way < 0 ? round.policy.maxPickupTravel() : way)
        + Math.abs(round.ready[one] - round.ready[other]) / 2;
  }

  /// The sequence in which orders are put back: by chance, the soonest ready first, or the longest
  /// way to the door first.
  private void arrange(int count) {
    switch (random.nextInt(3)) {
      case 0 -> {
        for (int i = count - 1; i > 0; i--) {
          int other = random.nextInt(i + 1);
          int swapped = removed[i];
          removed[i] = removed[other];
          removed[other] = swapped;
        }
      }
      case 1 -> sort(count, round.ready, 1);
      default -> sort(count, round.toDoor, -1);
    }
  }

  private void sort(int count, int[] key, int direction) {
    for (int i = 1; i < count; i++) {
      int order = removed[i];
      int j = i - 1;
      while (j >= 0 && direction * key[removed[j]] > direction * key[order]) {
        removed[j + 1] = removed[j];
        j--;
      }
      removed[j + 1] = order;
    }
  }
}
