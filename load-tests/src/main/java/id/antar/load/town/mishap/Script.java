package id.antar.load.town.mishap;

import id.antar.load.town.world.Dice;
import java.util.Optional;

/// When something goes wrong. Chance alone might spare a small town; so the script counts what
/// happens in town and lets every so manieth time end badly, whomever that meets.
public final class Script {

  /// With fewer couriers, those who are left could not cope.
  private static final int FEWEST_COURIERS = 6;

  /// Of so many couriers one may be lost for good.
  private static final int COURIERS_PER_LOSS = 6;

  /// Late in the day nothing goes wrong on the road any more, or the day would not end.
  private static final double LATE = 0.85;

  /// One merchant in so many is later than it says.
  private static final int MERCHANTS_PER_TARDY_ONE = 5;

  private final boolean calm;
  private final Turns breakdowns;
  private final Turns silences;
  private final Turns declines;
  private final Turns cancellations;
  private int lossesLeft;
  private boolean lossIsNext;

  /// @param calm nothing goes wrong but by ordinary chance
  public Script(boolean calm, int orders, int couriers, Dice dice) {
    this.calm = calm;
    boolean rough = !calm && couriers >= FEWEST_COURIERS;
    int last = rough ? (int) (orders * LATE) : 0;
    this.silences = new Turns(5 + dice.below(5), 36 + dice.below(10), last);
    this.breakdowns = new Turns(12 + dice.below(6), 28 + dice.below(8), last);
    this.cancellations = new Turns(8 + dice.below(6), 36 + dice.below(10), calm ? 0 : orders);
    this.declines = new Turns(3 + dice.below(4), 24 + dice.below(8), calm ? 0 : orders);
    this.lossesLeft = couriers / COURIERS_PER_LOSS;
  }

  /// A courier has picked up an order and sets out. What strikes, if anything?
  public synchronized Optional<Blow> afterPickup() {
    boolean breaks = breakdowns.comes();
    boolean falls = silences.comes();
    if (breaks) {
      if (falls) {
        silences.putOff();
      }
      return Optional.of(Blow.BREAKDOWN);
    }
    return falls ? Optional.of(silence()) : Optional.empty();
  }

  /// A courier sees an offer. Is it not to their liking?
  public synchronized boolean declinesOffer() {
    return declines.comes();
  }

  /// A courier is on the way to an order. Does its customer change their mind now?
  public synchronized boolean cancelsOnTheWay() {
    return cancellations.comes();
  }

  /// It came too late to be one.
  public synchronized void cancelledTooLate() {
    cancellations.putOff();
  }

  public boolean isCalm() {
    return calm;
  }

  /// Whether this merchant is always later than it says.
  public boolean isTardy(int merchantNumber) {
    return !calm && merchantNumber % MERCHANTS_PER_TARDY_ONE == 1;
  }

  /// By turns for a while and for good.
  private Blow silence() {
    boolean loss = lossIsNext && lossesLeft > 0;
    lossIsNext = !lossIsNext;
    if (loss) {
      lossesLeft--;
    }
    return loss ? Blow.LOSS : Blow.SILENCE;
  }

  /// Counts up to the next time, and again.
  private static final class Turns {
    private final int every;
    private final int last;
    private int next;
    private int count;

    Turns(int first, int every, int last) {
      this.next = first;
      this.every = every;
      this.last = last;
    }

    boolean comes() {
      count++;
      if (count < next || count > last) {
        return false;
      }
      next = count + every;
      return true;
    }

    /// It did not happen: it is the next one's turn.
    void putOff() {
      next = count + 1;
    }
  }
}
