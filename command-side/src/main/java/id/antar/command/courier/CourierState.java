package id.antar.command.courier;

import static id.antar.command.decider.Decision.accept;
import static id.antar.command.decider.Decision.reject;
import static id.antar.command.decider.Decision.satisfied;

import id.antar.api.courier.CourierCommand;
import id.antar.api.courier.CourierCommand.ChangeVehicle;
import id.antar.api.courier.CourierCommand.EndBreak;
import id.antar.api.courier.CourierCommand.EndShift;
import id.antar.api.courier.CourierCommand.ExpireShift;
import id.antar.api.courier.CourierCommand.RegisterCourier;
import id.antar.api.courier.CourierCommand.StartBreak;
import id.antar.api.courier.CourierCommand.StartShift;
import id.antar.api.courier.CourierDuty;
import id.antar.api.courier.CourierEvent;
import id.antar.api.courier.CourierEvent.BreakEnded;
import id.antar.api.courier.CourierEvent.BreakStarted;
import id.antar.api.courier.CourierEvent.CourierRegistered;
import id.antar.api.courier.CourierEvent.ShiftEnded;
import id.antar.api.courier.CourierEvent.ShiftStarted;
import id.antar.api.courier.CourierEvent.VehicleChanged;
import id.antar.api.courier.CourierRejection.CapacityOutOfRange;
import id.antar.api.courier.CourierRejection.CourierAlreadyRegistered;
import id.antar.api.courier.CourierRejection.NotInThisDuty;
import id.antar.api.courier.CourierRejection.UnknownCourier;
import id.antar.api.geo.Vehicle;
import id.antar.command.decider.Decision;
import java.time.Instant;

/// A courier's record: who it is, with what vehicle, whether at work.
sealed interface CourierState {

  int LARGEST_CAPACITY = 10;

  record Unregistered() implements CourierState {}

  sealed interface Registered extends CourierState {
    CourierRegistered registration();

    Vehicle vehicle();

    int capacity();

    CourierDuty duty();
  }

  record OffShift(CourierRegistered registration, Vehicle vehicle, int capacity)
      implements Registered {
    @Override
    public CourierDuty duty() {
      return CourierDuty.OFF_SHIFT;
    }
  }

  record OnShift(CourierRegistered registration, ShiftStarted shift, boolean onBreak)
      implements Registered {
    @Override
    public Vehicle vehicle() {
      return shift.vehicle();
    }

    @Override
    public int capacity() {
      return shift.capacity();
    }

    @Override
    public CourierDuty duty() {
      return onBreak ? CourierDuty.ON_BREAK : CourierDuty.ON_SHIFT;
    }
  }

  default Decision<CourierEvent> decide(CourierCommand command, ShiftPolicy policy, Instant now) {
    return switch (this) {
      case Unregistered _ ->
          command instanceof RegisterCourier c
              ? register(c)
              : reject(new UnknownCourier(command.courierId()));
      case Registered courier ->
          switch (command) {
            case RegisterCourier c -> registerAgain(courier, c);
            case ChangeVehicle c -> changeVehicle(courier, c);
            case StartShift c -> startShift(courier, c, now.plus(policy.longest()));
            case StartBreak c ->
                switch (courier.duty()) {
                  case ON_SHIFT -> accept(new BreakStarted(c.courierId(), c.occurredAt()));
                  case ON_BREAK -> satisfied();
                  case OFF_SHIFT -> notNow(courier, c);
                };
            case EndBreak c ->
                switch (courier.duty()) {
                  case ON_SHIFT -> satisfied();
                  case ON_BREAK -> accept(new BreakEnded(c.courierId(), c.occurredAt()));
                  case OFF_SHIFT -> notNow(courier, c);
                };
            case EndShift c ->
                courier instanceof OnShift
                    ? accept(new ShiftEnded(c.courierId(), false, c.occurredAt()))
                    : satisfied();
            case ExpireShift c -> expireShift(courier, c);
          };
    };
  }

  default CourierState evolve(CourierEvent event) {
    return switch (event) {
      case CourierRegistered e -> new OffShift(e, e.vehicle(), e.capacity());
      case VehicleChanged e -> new OffShift(registered().registration(), e.vehicle(), e.capacity());
      case ShiftStarted e -> new OnShift(registered().registration(), e, false);
      case BreakStarted _ -> new OnShift(registered().registration(), onShift().shift(), true);
      case BreakEnded _ -> new OnShift(registered().registration(), onShift().shift(), false);
      case ShiftEnded _ ->
          new OffShift(registered().registration(), onShift().vehicle(), onShift().capacity());
    };
  }

  private static Decision<CourierEvent> register(RegisterCourier c) {
    return isOutOfRange(c.capacity())
        ? reject(new CapacityOutOfRange(c.capacity()))
        : accept(
            new CourierRegistered(
                c.courierId(), c.profile(), c.vehicle(), c.capacity(), c.occurredAt()));
  }

  private static Decision<CourierEvent> registerAgain(Registered courier, RegisterCourier c) {
    CourierRegistered first = courier.registration();
    boolean same =
        first.profile().equals(c.profile())
            && first.vehicle() == c.vehicle()
            && first.capacity() == c.capacity();
    return same ? satisfied() : reject(new CourierAlreadyRegistered(c.courierId()));
  }

  private static Decision<CourierEvent> changeVehicle(Registered courier, ChangeVehicle c) {
    if (isOutOfRange(c.capacity())) {
      return reject(new CapacityOutOfRange(c.capacity()));
    }
    if (courier.vehicle() == c.vehicle() && courier.capacity() == c.capacity()) {
      return satisfied();
    }
    return courier instanceof OffShift
        ? accept(new VehicleChanged(c.courierId(), c.vehicle(), c.capacity(), c.occurredAt()))
        : notNow(courier, c);
  }

  private static Decision<CourierEvent> startShift(
      Registered courier, StartShift c, Instant endsBy) {
    return switch (courier.duty()) {
      case OFF_SHIFT ->
          accept(
              new ShiftStarted(
                  c.courierId(), courier.vehicle(), courier.capacity(), endsBy, c.occurredAt()));
      case ON_SHIFT -> satisfied();
      case ON_BREAK -> notNow(courier, c);
    };
  }

  private static Decision<CourierEvent> expireShift(Registered courier, ExpireShift c) {
    boolean due =
        courier instanceof OnShift(_, var shift, _)
            && shift.occurredAt().equals(c.startedAt())
            && !c.occurredAt().isBefore(shift.endsBy());
    return due ? accept(new ShiftEnded(c.courierId(), true, c.occurredAt())) : satisfied();
  }

  private static boolean isOutOfRange(int capacity) {
    return capacity < 1 || capacity > LARGEST_CAPACITY;
  }

  private static Decision<CourierEvent> notNow(Registered courier, CourierCommand command) {
    return reject(
        new NotInThisDuty(command.courierId(), courier.duty(), command.getClass().getSimpleName()));
  }

  private Registered registered() {
    if (this instanceof Registered courier) {
      return courier;
    }
    throw new IllegalStateException("The courier's events do not begin with CourierRegistered.");
  }

  private OnShift onShift() {
    if (this instanceof OnShift courier) {
      return courier;
    }
    throw new IllegalStateException("The courier's events have no ShiftStarted before " + this);
  }
}
