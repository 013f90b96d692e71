package id.antar.infra.personal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.antar.api.customer.CustomerEvent.CustomerRegistered;
import id.antar.api.customer.CustomerId;
import id.antar.api.person.Contact;
import id.antar.api.person.PersonId;
import id.antar.api.person.Personal;
import id.antar.api.person.SealedAt;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;
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
  private final JsonMapper json =
      InMemoryPersonKeys.json(keys).configure(JsonMapper.builder()).build();

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
  void nothingIsSealedForAPersonWhoIsForgotten() {
    keys.drop(ADA);

    String text = json.writeValueAsString(REGISTERED);

    assertThat(text).contains("\"sealed\":null").doesNotContain("Lovelace");
    assertThat(json.readValue(text, CustomerRegistered.class).contact().isForgotten()).isTrue();
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
    Keyed adas = keys.keyOf(ADA);
    assertThat(shared.keyOf(new PersonId("eve"))).isEqualTo(adas);
    JsonMapper eves = InMemoryPersonKeys.json(shared).configure(JsonMapper.builder()).build();

    assertThatThrownBy(() -> eves.treeToValue(tree, CustomerRegistered.class))
        .hasMessageContaining("does not open");
  }

  @Test
  void aSealedValueOpensOnlyWhereItWasSealed() {
    String text = SealedAt.place("here", () -> json.writeValueAsString(REGISTERED));

    assertThat(SealedAt.place("here", () -> json.readValue(text, CustomerRegistered.class)))
        .isEqualTo(REGISTERED);
    assertThatThrownBy(
            () -> SealedAt.place("there", () -> json.readValue(text, CustomerRegistered.class)))
        .hasMessageContaining("sealed elsewhere");
  }

  record Family(List<Personal<Contact>> children, Personal<Contact> parent) {}

  @Test
  void aSealedValueOpensInNoOtherField() {
    var family = new Family(List.of(REGISTERED.contact(), contact("Byron")), contact("Anne"));
    ObjectNode tree = (ObjectNode) json.readTree(json.writeValueAsString(family));
    assertThat(json.treeToValue(tree, Family.class)).isEqualTo(family);

    tree.set("parent", tree.get("children").get(0));

    assertThatThrownBy(() -> json.treeToValue(tree, Family.class))
        .hasMessageContaining("at /parent does not open");
  }

  @Test
  void aSealedValueOfAnotherPersonIsNotTakenForForgotten() {
    var eve = new PersonId("eve");
    var family =
        new Family(
            List.of(REGISTERED.contact()), Personal.of(eve, new Contact("Eve", "+377 11 11")));
    JsonNode tree = json.readTree(json.writeValueAsString(family));
    ObjectNode parent = (ObjectNode) tree.get("parent");

    parent.set("sealed", tree.get("children").get(0).get("sealed"));

    assertThatThrownBy(() -> json.treeToValue(tree, Family.class))
        .hasMessageContaining("another key");
  }

  @Test
  void whatWasSealedBeforePlacesWereBoundIsStillRead() {
    Keyed.Held held = (Keyed.Held) keys.keyOf(ADA);
    byte[] clear = "{\"name\":\"Ada\",\"phone\":\"+377 1234\"}".getBytes(UTF_8);
    byte[] body = AesGcm.seal(held.key().key(), "ada".getBytes(UTF_8), clear);
    byte[] whole =
        ByteBuffer.allocate(9 + body.length)
            .put((byte) 1)
            .putLong(held.key().id())
            .put(body)
            .array();
    String text =
        "{\"person\":\"ada\",\"sealed\":\"" + Base64.getEncoder().encodeToString(whole) + "\"}";

    assertThat(json.readValue(text, new TypeReference<Personal<Contact>>() {}))
        .isEqualTo(Personal.of(ADA, new Contact("Ada", "+377 1234")));
  }

  private static Personal<Contact> contact(String name) {
    return Personal.of(ADA, new Contact(name, "+377 99 99"));
  }
}
