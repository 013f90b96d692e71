package id.antar.api.customer;

import id.antar.api.person.Contact;
import id.antar.api.person.Personal;
import java.time.Instant;

/// What can be asked of a customer's record.
public sealed interface CustomerCommand {
  CustomerId customerId();

  Instant occurredAt();

  record RegisterCustomer(CustomerId customerId, Personal<Contact> contact, Instant occurredAt)
      implements CustomerCommand {}

  record ReviseContact(CustomerId customerId, Personal<Contact> contact, Instant occurredAt)
      implements CustomerCommand {}
}
