package id.antar.api.customer;

import id.antar.api.message.Query;
import id.antar.api.person.Contact;
import id.antar.api.person.Personal;
import java.time.Instant;

/// A customer, for reading.
public record CustomerView(
    CustomerId customerId, Personal<Contact> contact, Instant registeredAt, Instant changedAt) {

  public record GetCustomer(CustomerId customerId) implements Query<CustomerView> {
    @Override
    public Class<CustomerView> answer() {
      return CustomerView.class;
    }
  }
}
