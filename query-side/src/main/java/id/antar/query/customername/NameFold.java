package id.antar.query.customername;

import id.antar.api.customer.CustomerEvent;
import id.antar.api.customer.CustomerEvent.ContactRevised;
import id.antar.api.customer.CustomerEvent.CustomerRegistered;
import id.antar.api.customer.CustomerId;
import id.antar.api.message.Actor;
import id.antar.api.person.Contact;
import id.antar.api.person.PersonEvent;
import id.antar.api.person.PersonId;
import id.antar.api.person.Personal;
import id.antar.query.projection.Fold;
import id.antar.query.projection.Recorded;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A name is let go of as soon as its person is forgotten, and is none when the events are read
/// later.
final class NameFold implements Fold<NameRow> {

  private final NameWords words;

  NameFold(NameWords words) {
    this.words = words;
  }

  @Override
  public String name() {
    return "customername";
  }

  @Override
  public Class<NameRow> stateType() {
    return NameRow.class;
  }

  @Override
  public List<Class<?>> eventTypes() {
    return List.of(CustomerEvent.class, PersonEvent.class);
  }

  @Override
  public Collection<String> keys(Object event) {
    return switch (event) {
      case CustomerEvent e -> List.of(e.customerId().value());
      case PersonEvent e -> customer(e.personId()).stream().toList();
      default -> List.of();
    };
  }

  private static Optional<String> customer(PersonId person) {
    return person
        .findAccount()
        .filter(account -> account.role() == Actor.Role.CUSTOMER)
        .map(Actor::id);
  }

  @Override
  public @Nullable NameRow evolve(String key, @Nullable NameRow before, Recorded recorded) {
    boolean forgotten = before != null && before.forgotten();
    return recorded.event() instanceof CustomerEvent event && !forgotten
        ? named(event)
        : new NameRow(new CustomerId(key), List.of(), true);
  }

  private NameRow named(CustomerEvent event) {
    Personal<Contact> contact =
        switch (event) {
          case CustomerRegistered e -> e.contact();
          case ContactRevised e -> e.contact();
        };
    return new NameRow(
        event.customerId(),
        contact.find().map(it -> words.of(it.name())).orElse(List.of()),
        contact.isForgotten());
  }

  @Override
  public Object view(NameRow state) {
    return state;
  }
}
