package id.antar.command.courier;

import static id.antar.command.decider.Decision.accept;
import static id.antar.command.decider.Decision.reject;
import static id.antar.command.decider.Decision.satisfied;

import id.antar.api.courier.CourierCommand.HandInCash;
import id.antar.api.courier.CourierCommand.TakeCash;
import id.antar.api.courier.CourierEvent;
import id.antar.api.courier.CourierEvent.CashHandedIn;
import id.antar.api.courier.CourierEvent.CashStillInHand;
import id.antar.api.courier.CourierEvent.CashTaken;
import id.antar.api.courier.CourierRejection.HandoverAlreadyCounted;
import id.antar.api.courier.CourierRejection.NotThatMuchCash;
import id.antar.api.money.Money;
import id.antar.command.courier.CourierState.Registered;
import id.antar.command.decider.Decision;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Cash that couriers take at doors and bring in, whether on duty or not.
final class CarryingCash {

  private CarryingCash() {}

  static Decision<CourierEvent> take(Registered courier, TakeCash c, CashPolicy policy) {
    if (courier.cash().find(key(c)).isPresent()) {
      return satisfied();
    }
    Money inHand = courier.cash().of(c.amount().currency()).plus(c.amount());
    return accept(
        new CashTaken(
            c.courierId(),
            c.orderId(),
            c.amount(),
            inHand,
            policy.isReached(inHand),
            c.occurredAt()));
  }

  static Decision<CourierEvent> handIn(Registered courier, HandInCash c, CashPolicy policy) {
    @Nullable Money counted = courier.cash().find(key(c)).orElse(null);
    if (counted != null) {
      return counted.equals(c.amount())
          ? satisfied()
          : reject(new HandoverAlreadyCounted(c.handoverId(), counted));
    }
    Money before = courier.cash().of(c.amount().currency());
    if (c.amount().minor() <= 0 || c.amount().minor() > before.minor()) {
      return reject(new NotThatMuchCash(c.courierId(), c.amount(), before));
    }
    Money inHand = before.minus(c.amount());
    return accept(
        new CashHandedIn(
            c.courierId(),
            c.handoverId(),
            c.amount(),
            inHand,
            policy.isReached(inHand),
            c.occurredAt()));
  }

  /// Told anew with every shift: dispatch looks back no further.
  static Stream<CourierEvent> atStart(Registered courier, CashPolicy policy, Instant occurredAt) {
    return tooMuch(courier, policy)
        .map(inHand -> new CashStillInHand(courier.registration().courierId(), inHand, occurredAt));
  }

  static Stream<Money> tooMuch(Registered courier, CashPolicy policy) {
    return courier.cash().minor().keySet().stream()
        .sorted()
        .map(courier.cash()::of)
        .filter(policy::isReached);
  }

  static CashInHand after(CashInHand cash, CashTaken e) {
    return cash.now(e.inHand(), "order:" + e.orderId(), e.amount());
  }

  static CashInHand after(CashInHand cash, CashHandedIn e) {
    return cash.now(e.inHand(), "handover:" + e.handoverId(), e.amount());
  }

  private static String key(TakeCash c) {
    return "order:" + c.orderId();
  }

  private static String key(HandInCash c) {
    return "handover:" + c.handoverId();
  }
}
