package id.antar.load.webhook;

import id.antar.load.town.world.Dice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What happens to whom and when: what banks do, and the deliveries that tell of it, true, forged,
/// damaged, stale, repeated and late. The same seed gives the same storm.
final class Storm {

  enum Kind {
    /// The bank or the customer does it.
    HAPPENING,
    /// Tells how the charge stands.
    TRUE,
    /// Was true before, and comes after.
    STALE,
    /// The one before, once more.
    REPEATED,
    FORGED,
    /// A true one with another content under its signature.
    DAMAGED,
    /// Signed, of a charge that nobody has.
    FOREIGN
  }

  /// @param at within 0 and 1 of the storm; 2 for what comes late
  record Act(int payment, Kind kind, double at, long number) {}

  private static final double LATE = 2;

  private Storm() {}

  static List<Act> brew(List<Payment> payments, int deliveries, long seed) {
    Dice dice = Dice.of(seed, "storm");
    List<Act> acts = new ArrayList<>();
    int left = deliveries;
    for (int i = 0; i < payments.size(); i++) {
      if (payments.get(i).fate().changes()) {
        double happens = dice.between(0.1, 0.6);
        acts.add(new Act(i, Kind.HAPPENING, happens, 0));
        acts.add(new Act(i, Kind.TRUE, tells(happens, dice), 1));
        left--;
      }
    }
    for (int n = 0; n < left; n++) {
      int payment = dice.below(payments.size());
      acts.add(new Act(payment, kind(payments.get(payment), dice), time(dice), n + 2L));
    }
    acts.sort(Comparator.comparingDouble(Act::at));
    return acts;
  }

  private static double tells(double happens, Dice dice) {
    return dice.chance(0.1) ? LATE : dice.between(happens + 0.01, 1);
  }

  private static double time(Dice dice) {
    return dice.chance(0.1) ? LATE : dice.between(0, 1);
  }

  /// Nothing true is said of what has not happened; what is signed then says that it waits.
  private static Kind kind(Payment payment, Dice dice) {
    double place = dice.between(0, 1);
    if (payment.fate() == Fate.UNTOUCHED) {
      return place < 0.5 ? Kind.FORGED : place < 0.8 ? Kind.DAMAGED : Kind.STALE;
    }
    return place < 0.25
        ? Kind.TRUE
        : place < 0.40
            ? Kind.STALE
            : place < 0.65
                ? Kind.REPEATED
                : place < 0.85 ? Kind.FORGED : place < 0.98 ? Kind.DAMAGED : Kind.FOREIGN;
  }
}
