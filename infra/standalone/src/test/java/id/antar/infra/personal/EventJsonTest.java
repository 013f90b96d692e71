package id.antar.infra.personal;

import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.customer.CustomerEvent.CustomerRegistered;
import id.antar.api.customer.CustomerId;
import id.antar.api.person.Contact;
import id.antar.api.person.PersonId;
import id.antar.api.person.Personal;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EventJsonTest {

  private static CustomerRegistered registered(String name) {
    var person = new PersonId("customer." + name);
    return new CustomerRegistered(
        new CustomerId(name), Personal.of(person, new Contact("Ada", "+377 1")), Instant.EPOCH);
  }

  @Test
  void whoMaySeeItSeesWhatIsPersonal() {
    JsonNode shown = ShownSamples.of(registered("ada"), true);

    assertThat(shown.at("/contact/person").asString()).isEqualTo("customer.ada");
    assertThat(shown.at("/contact/value/name").asString()).isEqualTo("Ada");
    assertThat(shown.at("/customerId").asString()).isEqualTo("ada");
  }

  @Test
  void othersSeeWhoseItIsAndNoMore() {
    JsonNode shown = ShownSamples.of(registered("bo"), false);

    assertThat(shown.at("/contact").toString()).isEqualTo("{\"person\":\"customer.bo\"}");
  }

  @Test
  void whoWasForgottenIsSoForEverybody() {
    var event = registered("cleo");
    ShownSamples.keys().drop(new PersonId("customer.cleo"));

    assertThat(ShownSamples.of(event, true).at("/contact").toString())
        .isEqualTo("{\"person\":\"customer.cleo\",\"value\":null}");
  }

  @Test
  void whatWasMovedOrChangedIsToldAsSuch() {
    String stored = "{\"contact\":{\"person\":\"customer.dan\",\"sealed\":\"AgAAAAAAAAABAAAA\"}}";

    assertThat(
            ShownSamples.json()
                .shown("event/other", JsonMapper.shared().readTree(stored), true)
                .at("/contact/value")
                .asString())
        .isEqualTo("does not open");
  }
}
