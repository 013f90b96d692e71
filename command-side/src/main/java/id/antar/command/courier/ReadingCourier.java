package id.antar.command.courier;

import id.antar.api.courier.CourierId;
import id.antar.command.decider.StreamId;
import org.axonframework.config.Configuration;
import org.axonframework.modelling.command.Repository;

/// Asks a courier within the unit of work of a command on something else; the courier is locked
/// until that is committed. A courier asks nobody.
public final class ReadingCourier {

  private final Repository<Courier> couriers;
  private final CashPolicy policy;

  private ReadingCourier(Repository<Courier> couriers, CashPolicy policy) {
    this.couriers = couriers;
    this.policy = policy;
  }

  public static ReadingCourier of(Configuration axon, CashPolicy policy) {
    return new ReadingCourier(axon.repository(Courier.class), policy);
  }

  /// Whether no order may come that is paid in cash, in whatever currency the cash is.
  public boolean hasTooMuchCash(CourierId courierId) {
    try {
      return couriers
          .loadOrCreate(StreamId.of(courierId), Courier::new)
          .invoke(courier -> courier.hasTooMuchCash(policy));
    } catch (RuntimeException failed) {
      throw failed;
    } catch (Exception failed) {
      throw new IllegalStateException("Courier " + courierId + " not read.", failed);
    }
  }
}
