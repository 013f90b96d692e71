package id.antar.api.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.antar.api.courier.CourierId;
import id.antar.api.customer.CustomerId;
import id.antar.api.message.Actor;
import id.antar.api.message.Actor.Role;
import org.junit.jupiter.api.Test;

class PersonIdTest {

  @Test
  void aCustomerAndACourierOfTheSameIdAreTwoPeople() {
    assertThat(new CustomerId("42").personId()).isNotEqualTo(new CourierId("42").personId());
  }

  @Test
  void aPersonIsMostlyWhoHasAnAccount() {
    var boss = new Actor(Role.STORE_MANAGER, "4.7.11");

    assertThat(PersonId.of(boss).findAccount()).contains(boss);
    assertThat(new PersonId("invitation.4711").findAccount()).isEmpty();
    assertThat(new PersonId("4711").findAccount()).isEmpty();
  }

  @Test
  void theLongestIdStillNamesAPerson() {
    String id = "x".repeat(64);
    assertThat(new CustomerId(id).personId().value()).hasSize(73);
    assertThatThrownBy(() -> new CustomerId(id + "x")).hasMessageContaining("64");
  }
}
