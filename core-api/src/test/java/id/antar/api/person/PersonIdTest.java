package id.antar.api.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.antar.api.courier.CourierId;
import id.antar.api.customer.CustomerId;
import org.junit.jupiter.api.Test;

class PersonIdTest {

  @Test
  void aCustomerAndACourierOfTheSameIdAreTwoPeople() {
    assertThat(new CustomerId("42").personId()).isNotEqualTo(new CourierId("42").personId());
  }

  @Test
  void theLongestIdStillNamesAPerson() {
    String id = "x".repeat(64);
    assertThat(new CustomerId(id).personId().value()).hasSize(73);
    assertThatThrownBy(() -> new CustomerId(id + "x")).hasMessageContaining("64");
  }
}
