package id.antar.command.account;

import id.antar.api.account.AccountEvent.AccountAdmitted;
import id.antar.api.account.Registration;
import id.antar.api.courier.CourierCommand.RegisterCourier;
import id.antar.api.courier.CourierId;
import id.antar.api.courier.CourierProfile;
import id.antar.api.customer.CustomerCommand.RegisterCustomer;
import id.antar.api.customer.CustomerId;
import id.antar.api.message.Actor.Role;
import id.antar.api.person.Contact;
import id.antar.api.person.Personal;
import id.antar.api.time.EngineClock;
import id.antar.command.process.Reacting;
import id.antar.command.process.Reaction;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;

/// Who said at the sign-up what a customer's or courier's record says is registered by it.
@ProcessingGroup(AccountConfiguration.GROUP)
@DisallowReplay
final class WhenAccountAdmittedThenRegisterItsOwner {

  private final Reacting reacting;
  private final EngineClock clock;

  WhenAccountAdmittedThenRegisterItsOwner(Reacting reacting, EngineClock clock) {
    this.reacting = reacting;
    this.clock = clock;
  }

  @EventHandler
  void on(AccountAdmitted event) {
    reacting.carryOut(react(event, clock.instant()));
  }

  static List<Reaction> react(AccountAdmitted event, Instant now) {
    Personal<Registration> registration = event.registration();
    Registration said = registration == null ? null : registration.value();
    return said == null ? List.of() : List.of(Reaction.of(command(event, said, now)));
  }

  private static Object command(AccountAdmitted event, Registration said, Instant now) {
    String id = event.accountId().value();
    return event.role() == Role.COURIER
        ? courier(new CourierId(id), said, now)
        : customer(new CustomerId(id), said, now);
  }

  private static RegisterCustomer customer(CustomerId id, Registration said, Instant now) {
    var contact = new Contact(said.name(), said.phone());
    return new RegisterCustomer(id, Personal.of(id.personId(), contact), now);
  }

  private static RegisterCourier courier(CourierId id, Registration said, Instant now) {
    var profile = new CourierProfile(said.name(), said.phone(), said.licensePlate());
    return new RegisterCourier(
        id,
        Personal.of(id.personId(), profile),
        Objects.requireNonNull(said.vehicle()),
        said.capacity(),
        now);
  }
}
