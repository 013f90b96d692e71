package id.antar.query.analytics;

import id.antar.api.courier.CourierEvent;
import id.antar.api.courier.CourierEvent.BreakEnded;
import id.antar.api.courier.CourierEvent.BreakStarted;
import id.antar.api.courier.CourierEvent.CashHandedIn;
import id.antar.api.courier.CourierEvent.CashStillInHand;
import id.antar.api.courier.CourierEvent.CashTaken;
import id.antar.api.courier.CourierEvent.CourierRegistered;
import id.antar.api.courier.CourierEvent.ShiftEnded;
import id.antar.api.courier.CourierEvent.ShiftStarted;
import id.antar.api.courier.CourierEvent.VehicleChanged;
import id.antar.query.projection.Fold;
import id.antar.query.projection.Recorded;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One row per change of duty, so that a courier's row does not grow with every shift.
final class DutyFactFold implements Fold<DutyFact> {

  @Override
  public String name() {
    return "duty_fact";
  }

  @Override
  public Class<DutyFact> stateType() {
    return DutyFact.class;
  }

  @Override
  public List<Class<?>> eventTypes() {
    return List.of(CourierEvent.class);
  }

  @Override
  public boolean isAppendOnly() {
    return true;
  }

  @Override
  public Collection<String> keys(Object event) {
    return List.of(((CourierEvent) event).courierId().value());
  }

  @Override
  public String rowKey(String key, Recorded recorded) {
    return key + "/" + recorded.sequence();
  }

  @Override
  public @Nullable DutyFact evolve(String key, @Nullable DutyFact before, Recorded recorded) {
    var event = (CourierEvent) recorded.event();
    return switch (event) {
      case ShiftStarted _, BreakEnded _ -> fact(event, recorded, true);
      case BreakStarted _, ShiftEnded _ -> fact(event, recorded, false);
      case CourierRegistered _, VehicleChanged _, CashTaken _, CashHandedIn _, CashStillInHand _ ->
          null;
    };
  }

  private static DutyFact fact(CourierEvent event, Recorded recorded, boolean onDuty) {
    return new DutyFact(event.courierId(), event.occurredAt(), recorded.sequence(), onDuty);
  }

  @Override
  public Object view(DutyFact state) {
    return state;
  }
}
