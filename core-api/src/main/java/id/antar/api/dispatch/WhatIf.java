package id.antar.api.dispatch;

import id.antar.api.courier.CourierId;
import id.antar.api.order.OrderId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What would become of the plan if an operator fixed an order to a courier. Nothing has been
/// changed or told to anybody.
///
/// @param asOf the moment whose board was planned, twice
/// @param policy version of the live one
/// @param pinnedTo whom the order is fixed to at that moment
/// @param possible whether the plan lets the courier carry it
/// @param obstacle why not
/// @param cautions what an operator should know and may overrule
/// @param changes orders at whose door somebody is at another time, the latest by most first
public record WhatIf(
    OrderId orderId,
    CourierId courierId,
    Instant asOf,
    String mapVersion,
    String policy,
    @Nullable CourierId pinnedTo,
    boolean possible,
    @Nullable Obstacle obstacle,
    String summary,
    List<Caution> cautions,
    List<Change> changes,
    Total total) {

  public WhatIf {
    cautions = List.copyOf(cautions);
    changes = List.copyOf(changes);
  }

  public enum Obstacle {
    ORDER_IS_OVER("The order is over, or nothing is known of it here."),
    NOT_CONFIRMED("The merchant has not confirmed the order yet."),
    NO_DOOR("Nobody knows any more where the order is to go."),
    PICKED_UP("The order is picked up."),
    OFFERED("The order is being offered to a courier, whose answer comes first."),
    SETTLED("Its courier is at the merchant's already, or carries something of the same trip."),
    NOT_ON_SHIFT("The courier is not on shift."),
    ON_BREAK("The courier is on a break."),
    SHIFT_IS_OVER("The courier's shift was to end by now."),
    HAS_AN_OFFER("The courier has something to answer, which comes first."),
    WITHOUT_POSITION("Nobody has seen lately where the courier is."),
    NO_ROUTE("There is no way for the courier's vehicle."),
    TOO_FAR("The merchant is too far away for the courier."),
    SHIFT_ENDS("The courier's shift ends before the pickup."),
    LATER_IS_CHEAPER("To leave the order for a later round costs less than to plan it now."),
    NOT_PLANNED("The courier, or the order, cannot be planned for as things are.");

    private final String sentence;

    Obstacle(String sentence) {
      this.sentence = sentence;
    }

    public String sentence() {
      return sentence;
    }
  }

  public enum Caution {
    /// The order is paid in cash, of which the courier has too much in hand.
    CASH_LIMIT_REACHED,
    /// The courier has declined it, or given it back.
    DECLINED
  }

  /// One order in the plan without and in the plan with the pin; absent where the plan has nobody
  /// for it. Late is what is beyond the target of the policy, from placing to door.
  ///
  /// @param secondsLater at the door; below zero if sooner; absent unless both plans have somebody
  public record Change(
      OrderId orderId,
      @Nullable CourierId courierBefore,
      @Nullable CourierId courierAfter,
      @Nullable Instant doorBefore,
      @Nullable Instant doorAfter,
      @Nullable Integer secondsLater,
      @Nullable Integer lateSecondsBefore,
      @Nullable Integer lateSecondsAfter) {}

  /// @param orders that were planned
  /// @param later of them, and `sooner`, how many
  /// @param secondsLater of all that both plans have somebody for, together
  /// @param lateSecondsBefore of the same orders
  /// @param withoutCourierBefore orders that the plan has nobody for
  public record Total(
      int orders,
      int later,
      int sooner,
      long secondsLater,
      long lateSecondsBefore,
      long lateSecondsAfter,
      int withoutCourierBefore,
      int withoutCourierAfter) {
    public static final Total NONE = new Total(0, 0, 0, 0, 0, 0, 0, 0);
  }
}
