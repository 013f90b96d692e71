package id.antar.infra.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.antar.api.customer.CustomerEvent.CustomerRegistered;
import id.antar.api.customer.CustomerId;
import id.antar.api.person.Contact;
import id.antar.api.person.PersonId;
import id.antar.api.person.Personal;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class PersonalJsonTest {
  private static final PersonId ADA = new PersonId("ada");
  private static final CustomerRegistered REGISTERED =
      new CustomerRegistered(
          new CustomerId("ada"),
          Personal.of(ADA, new Contact("Ada Lovelace", "+377 99 99 99 99")),
          Instant.parse("2026-01-01T12:00:00Z"));

  private final PersonKeys keys = new InMemoryPersonKeys();
  private final JsonMapper json = new MessageJson(keys).configure(JsonMapper.builder()).build();

  @Test
  void personalDataIsSealedAndComesBack() {
    String text = json.writeValueAsString(REGISTERED);

    assertThat(text).contains("\"person\":\"ada\"").doesNotContain("Lovelace", "+377");
    assertThat(json.readValue(text, CustomerRegistered.class)).isEqualTo(REGISTERED);
  }

  @Test
  void theSameDataIsSealedDifferentlyEachTime() {
    assertThat(json.writeValueAsString(REGISTERED))
        .isNotEqualTo(json.writeValueAsString(REGISTERED));
  }

  @Test
  void whatIsSealedWithADroppedKeyReadsAsForgotten() {
    String text = json.writeValueAsString(REGISTERED);

    keys.drop(ADA);

    assertThat(json.readValue(text, CustomerRegistered.class).contact())
        .isEqualTo(Personal.forgotten(ADA));
  }

  @Test
  void aNewKeyOfTheSamePersonDoesNotBringBackWhatWasForgotten() {
    String text = json.writeValueAsString(REGISTERED);

    keys.drop(ADA);
    String later = json.writeValueAsString(REGISTERED);

    assertThat(json.readValue(text, CustomerRegistered.class).contact().isForgotten()).isTrue();
    assertThat(json.readValue(later, CustomerRegistered.class)).isEqualTo(REGISTERED);
  }

  @Test
  void whatIsForgottenIsWrittenAsSuch() {
    var forgotten =
        new CustomerRegistered(
            REGISTERED.customerId(), Personal.forgotten(ADA), REGISTERED.occurredAt());

    String text = json.writeValueAsString(forgotten);

    assertThat(text).contains("\"sealed\":null");
    assertThat(json.readValue(text, CustomerRegistered.class)).isEqualTo(forgotten);
  }

  @Test
  void aSealedValueDoesNotOpenForAnotherPersonWithTheSameKey() {
    JsonNode tree = json.readTree(json.writeValueAsString(REGISTERED));
    ((ObjectNode) tree.get("contact")).put("person", "eve");
    var shared = new InMemoryPersonKeys();
    PersonKey adas = keys.keyOf(ADA);
    assertThat(shared.keyOf(new PersonId("eve"))).isEqualTo(adas);
    JsonMapper eves = new MessageJson(shared).configure(JsonMapper.builder()).build();

    assertThatThrownBy(() -> eves.treeToValue(tree, CustomerRegistered.class))
        .hasMessageContaining("Cannot decrypt");
  }
}
