package id.antar.command.courier;

import static id.antar.command.decider.Decision.accept;
import static id.antar.command.decider.Decision.reject;
import static id.antar.command.decider.Decision.satisfied;

import id.antar.api.courier.CourierCommand;
import id.antar.api.courier.CourierCommand.ChangeVehicle;
import id.antar.api.courier.CourierCommand.EndBreak;
import id.antar.api.courier.CourierCommand.EndShift;
import id.antar.api.courier.CourierCommand.ExpireShift;
import id.antar.api.courier.CourierCommand.HandInCash;
import id.antar.api.courier.CourierCommand.RegisterCourier;
import id.antar.api.courier.CourierCommand.StartBreak;
import id.antar.api.courier.CourierCommand.StartShift;
import id.antar.api.courier.CourierCommand.TakeCash;
import id.antar.api.courier.CourierDuty;
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
import id.antar.api.courier.CourierRejection.CapacityOutOfRange;
import id.antar.api.courier.CourierRejection.CourierAlreadyRegistered;
import id.antar.api.courier.CourierRejection.NotInThisDuty;
import id.antar.api.courier.CourierRejection.UnknownCourier;
import id.antar.api.geo.Vehicle;
import id.antar.command.decider.Decision;
import java.time.Instant;
import java.util.stream.Stream;

/// A courier's record: who it is, with what vehicle, whether at work.
sealed interface CourierState {

  int LARGEST_CAPACITY = 10;

  record Unregistered() implements CourierState {}

  sealed interface Registered extends CourierState {
    CourierRegistered registration();

    Vehicle vehicle();

    int capacity();

    CourierDuty duty();

    CashInHand cash();

    Registered with(CashInHand changed);
  }

  record OffShift(CourierRegistered registration, Vehicle vehicle, int capacity, CashInHand cash)
      implements Registered {
    @Override
    public OffShift with(CashInHand changed) {
      return new OffShift(registration, vehicle, capacity, changed);
    }

    @Override
    public CourierDuty duty() {
      return CourierDuty.OFF_SHIFT;
    }
  }

  record OnShift(
      CourierRegistered registration, ShiftStarted shift, boolean onBreak, CashInHand cash)
      implements Registered {
    @Override
    public OnShift with(CashInHand changed) {
      return new OnShift(registration, shift, onBreak, changed);
    }

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

    OnShift onBreak(boolean begun) {
      return new OnShift(registration, shift, begun, cash);
    }
  }

  default Decision<CourierEvent> decide(
      CourierCommand command, ShiftPolicy policy, CashPolicy cash, Instant now) {
    return switch (this) {
      case Unregistered _ ->
          command instanceof RegisterCourier c
              ? register(c)
              : reject(new UnknownCourier(command.courierId()));
      case Registered courier ->
          switch (command) {
            case RegisterCourier c -> registerAgain(courier, c);
            case ChangeVehicle c -> changeVehicle(courier, c);
            case StartShift c -> startShift(courier, c, now.plus(policy.longest()), cash);
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
            case TakeCash c -> CarryingCash.take(courier, c, cash);
            case HandInCash c -> CarryingCash.handIn(courier, c, cash);
          };
    };
  }

  default CourierState evolve(CourierEvent event) {
    return switch (event) {
      case CourierRegistered e -> new OffShift(e, e.vehicle(), e.capacity(), CashInHand.NONE);
      case VehicleChanged e ->
          new OffShift(registered().registration(), e.vehicle(), e.capacity(), registered().cash());
      case ShiftStarted e ->
          new OnShift(registered().registration(), e, false, registered().cash());
      case BreakStarted _ -> onShift().onBreak(true);
      case BreakEnded _ -> onShift().onBreak(false);
      case ShiftEnded _ ->
          new OffShift(
              registered().registration(),
              onShift().vehicle(),
              onShift().capacity(),
              registered().cash());
      case CashStillInHand _ -> this;
      case CashTaken e -> registered().with(CarryingCash.after(registered().cash(), e));
      case CashHandedIn e -> registered().with(CarryingCash.after(registered().cash(), e));
    };
  }

  default boolean hasTooMuchCash(CashPolicy policy) {
    return this instanceof Registered courier
        && CarryingCash.tooMuch(courier, policy).findAny().isPresent();
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
      Registered courier, StartShift c, Instant endsBy, CashPolicy cash) {
    return switch (courier.duty()) {
      case OFF_SHIFT -> {
        var started =
            new ShiftStarted(
                c.courierId(), courier.vehicle(), courier.capacity(), endsBy, c.occurredAt());
        yield new Decision.Accepted<>(
            Stream.concat(Stream.of(started), CarryingCash.atStart(courier, cash, c.occurredAt()))
                .toList());
      }
      case ON_SHIFT -> satisfied();
      case ON_BREAK -> notNow(courier, c);
    };
  }

  private static Decision<CourierEvent> expireShift(Registered courier, ExpireShift c) {
    boolean due =
        courier instanceof OnShift(_, var shift, _, _)
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
