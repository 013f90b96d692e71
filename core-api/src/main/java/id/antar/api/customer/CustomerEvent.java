package id.antar.api.customer;

import id.antar.api.person.Contact;
import id.antar.api.person.Personal;
import java.time.Instant;

/// Facts about one customer.
public sealed interface CustomerEvent {
  CustomerId customerId();

  Instant occurredAt();

  record CustomerRegistered(CustomerId customerId, Personal<Contact> contact, Instant occurredAt)
      implements CustomerEvent {}

  record ContactRevised(CustomerId customerId, Personal<Contact> contact, Instant occurredAt)
      implements CustomerEvent {}
}
