package id.antar.command.courier;

import static id.antar.command.decider.Deciding.answer;

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
import id.antar.api.courier.CourierEvent;
import id.antar.api.message.Receipt;
import id.antar.command.decider.Decides;
import id.antar.command.decider.StreamId;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.jspecify.annotations.Nullable;

/// A courier, as Axon keeps it.
final class Courier {

  @AggregateIdentifier private @Nullable String id;
  private CourierState state = new CourierState.Unregistered();

  boolean hasTooMuchCash(CashPolicy policy) {
    return state.hasTooMuchCash(policy);
  }

  @Decides
  Receipt handle(RegisterCourier command, CourierRules rules) {
    return decide(command, rules);
  }

  @Decides
  Receipt handle(ChangeVehicle command, CourierRules rules) {
    return decide(command, rules);
  }

  @Decides
  Receipt handle(StartShift command, CourierRules rules) {
    return decide(command, rules);
  }

  @Decides
  Receipt handle(StartBreak command, CourierRules rules) {
    return decide(command, rules);
  }

  @Decides
  Receipt handle(EndBreak command, CourierRules rules) {
    return decide(command, rules);
  }

  @Decides
  Receipt handle(EndShift command, CourierRules rules) {
    return decide(command, rules);
  }

  @Decides
  Receipt handle(ExpireShift command, CourierRules rules) {
    return decide(command, rules);
  }

  @Decides
  Receipt handle(TakeCash command, CourierRules rules) {
    return decide(command, rules);
  }

  @Decides
  Receipt handle(HandInCash command, CourierRules rules) {
    return decide(command, rules);
  }

  @EventSourcingHandler
  void on(CourierEvent event) {
    id = StreamId.of(event.courierId());
    state = state.evolve(event);
  }

  private Receipt decide(CourierCommand command, CourierRules rules) {
    return answer(state.decide(command, rules.policy(), rules.cash(), rules.clock().instant()));
  }
}
