package id.antar.query.customername;

import static id.antar.query.Cast.ADA;
import static id.antar.query.Cast.NOON;
import static id.antar.query.Cast.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.customer.CustomerEvent.ContactRevised;
import id.antar.api.customer.CustomerEvent.CustomerRegistered;
import id.antar.api.message.Actor;
import id.antar.api.person.Contact;
import id.antar.api.person.PersonCommand.Ground;
import id.antar.api.person.PersonEvent.PersonForgotten;
import id.antar.api.person.PersonId;
import id.antar.api.person.Personal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class NameFoldTest {

  private final NameWords words =
      new NameWords((purpose, text) -> "%064x".formatted((purpose + text).hashCode()));
  private final NameFold fold = new NameFold(words);

  @Test
  void aCustomerIsFoundByEachWordWhateverItsCaseAndAccents() {
    NameRow row = after(null, registered("  Zoë   O'Hara-LOVELACE "));

    assertThat(row.words()).isEqualTo(words.of("zoe o hara lovelace")).hasSize(4);
    assertThat(NameWords.words("Łukasz 王 小明")).containsExactly("łukasz", "王", "小明");
  }

  @Test
  void theNameItselfIsNowhereInTheRow() {
    String json =
        JsonMapper.builder().build().writeValueAsString(after(null, registered("Lovelace")));

    assertThat(json).doesNotContainIgnoringCase("lovelace");
  }

  @Test
  void aNewNameTakesThePlaceOfTheOld() {
    NameRow row = after(after(null, registered("Ada")), revised("Augusta"));

    assertThat(row.words()).isEqualTo(words.of("augusta"));
  }

  @Test
  void whoIsForgottenIsFoundByNothing() {
    NameRow row = after(after(null, registered("Ada")), forgotten());

    assertThat(row.words()).isEmpty();
    assertThat(after(row, revised("Ada")).words()).as("also by what comes late").isEmpty();
    assertThat(fold.keys(forgotten())).containsExactly(ADA.value());
  }

  @Test
  void whatIsReadLaterOfAForgottenPersonHasNoName() {
    var event = new CustomerRegistered(ADA, Personal.<Contact>forgotten(ADA.personId()), NOON);

    assertThat(after(null, event).words()).isEmpty();
  }

  private NameRow after(@Nullable NameRow before, Object event) {
    return Objects.requireNonNull(fold.evolve(ADA.value(), before, recorded(event, "ada", 0)));
  }

  private static CustomerRegistered registered(String name) {
    return new CustomerRegistered(ADA, contact(name), NOON);
  }

  private static ContactRevised revised(String name) {
    return new ContactRevised(ADA, contact(name), NOON);
  }

  private static Personal<Contact> contact(String name) {
    return Personal.of(ADA.personId(), new Contact(name, "+377 1234"));
  }

  private static PersonForgotten forgotten() {
    return new PersonForgotten(
        PersonId.of(new Actor(Actor.Role.CUSTOMER, ADA.value())),
        Actor.SYSTEM,
        Ground.OWN_REQUEST,
        NOON);
  }
}
