package id.antar.query.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.person.Contact;
import id.antar.api.person.PersonId;
import id.antar.api.person.Personal;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {

  record Guest(String table, Personal<Contact> contact) {}

  @Test
  void equalRowsDoNotDiffer() {
    assertThat(differences(guest("one", "Ada"), guest("one", "Ada"))).isEmpty();
  }

  @Test
  void aDifferenceNamesItsColumnAndBothValues() {
    assertThat(differences(guest("one", "Ada"), guest("two", "Ada")))
        .containsExactly("table: live one, rebuilt two");
  }

  @Test
  void aPersonalDifferenceIsFoundAndNotTold() {
    assertThat(differences(guest("one", "Ada"), guest("one", "Ida")))
        .containsExactly("contact: live Personal[ada], rebuilt Personal[ada]");
  }

  private static List<String> differences(Guest live, Guest fresh) {
    return Comparison.differences(live, fresh, "live ", "rebuilt ");
  }

  private static Guest guest(String table, String name) {
    return new Guest(table, Personal.of(new PersonId("ada"), new Contact(name, "+37712345")));
  }
}
