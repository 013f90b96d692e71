package id.antar.command.courier;

import id.antar.api.courier.CourierId;
import id.antar.command.decider.Asked;
import org.axonframework.config.Configuration;

/// Asks a courier within the unit of work of a command on something else; the courier is locked
/// until that is committed. A courier asks nobody.
public final class ReadingCourier {

  private final Asked<Courier> couriers;
  private final CashPolicy policy;

  private ReadingCourier(Asked<Courier> couriers, CashPolicy policy) {
    this.couriers = couriers;
    this.policy = policy;
  }

  public static ReadingCourier of(Configuration axon, CashPolicy policy) {
    return new ReadingCourier(Asked.of(axon, Courier.class, Courier::new), policy);
  }

  /// Whether no order may come that is paid in cash, in whatever currency the cash is.
  public boolean hasTooMuchCash(CourierId courierId) {
    return couriers.ask(courierId, courier -> courier.hasTooMuchCash(policy));
  }
}
