package id.antar.query.audit;

import static id.antar.query.Cast.ADA;
import static id.antar.query.Cast.NOON;
import static id.antar.query.Cast.placed;
import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.audit.AuditEvent.CommandRefused;
import id.antar.api.audit.AuditQuery.Basis;
import id.antar.api.audit.AuditQuery.Change;
import id.antar.api.customer.CustomerEvent;
import id.antar.api.customer.CustomerEvent.ContactRevised;
import id.antar.api.customer.CustomerEvent.CustomerRegistered;
import id.antar.api.person.Contact;
import id.antar.api.person.Personal;
import id.antar.query.history.Content;
import id.antar.query.projection.Fold;
import id.antar.query.projection.Recorded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BeforeAndAfterTest {

  private static final Instant LATER = NOON.plusSeconds(60);
  private final BeforeAndAfter difference = new BeforeAndAfter(() -> List.of(new Contacts()));

  @Test
  void aChangeIsTheDifferenceBetweenTheTwoStates() {
    var found =
        difference.of(
            "customer",
            "ada",
            history(
                new CustomerRegistered(ADA, contact("Ada", "+377 1234"), NOON),
                new ContactRevised(ADA, contact("Ada", "+377 9876"), LATER)));

    assertThat(found.basis()).isEqualTo(Basis.STATE);
    assertThat(found.changes())
        .containsExactly(
            new Change("/changedAt", NOON.toString(), LATER.toString()),
            new Change("/contact/phone", "+377 1234", "+377 9876"),
            new Change("/times", 1, 2));
  }

  @Test
  void theFirstEventHasNothingBeforeIt() {
    var found =
        difference.of(
            "customer",
            "ada",
            history(new CustomerRegistered(ADA, contact("Ada", "+377 1234"), NOON)));

    assertThat(found.changes()).allSatisfy(change -> assertThat(change.before()).isNull());
    assertThat(found.changes()).contains(new Change("/contact/name", null, "Ada"));
  }

  @Test
  void whatWasForgottenIsAbsent() {
    var found =
        difference.of(
            "customer",
            "ada",
            history(new CustomerRegistered(ADA, Personal.forgotten(ADA.personId()), NOON)));

    assertThat(found.changes()).extracting(Change::path).containsExactly("/changedAt", "/times");
  }

  @Test
  void whereThereIsNoFoldTheEventSpeaksForItself() {
    var refused = new CommandRefused("CancelOrder", "customer", "ada", "no", "Why.", 3, NOON);

    for (String kind : new String[] {"customer", "order"}) {
      var found = difference.of(kind, "ada", history(refused));

      assertThat(found.basis()).isEqualTo(Basis.EVENT);
      assertThat(found.changes()).contains(new Change("/times", null, 3L));
    }
    assertThat(difference.of(null, null, history(placed())).changes())
        .contains(
            new Change("/lines/0/name", null, "Fried noodles"),
            new Change("/payment/0/choice/method", null, "card"),
            new Change("/recipient/name", null, "Ada"));
  }

  @Test
  void whatIsLongIsComparedWholeAndShownInPart() {
    String start = "x".repeat(2_000);

    assertThat(Content.difference(Map.of("a", start + "1"), Map.of("a", start + "2")))
        .singleElement()
        .satisfies(change -> assertThat((String) change.after()).hasSize(1_001).endsWith("…"));
  }

  @Test
  void secretsAreHiddenAndTheirChangeIsNot() {
    assertThat(
            Content.difference(
                Map.of("passwordHash", "a", "n", 1), Map.of("passwordHash", "b", "n", 1)))
        .containsExactly(new Change("/passwordHash", "hidden", "hidden"));
  }

  private static Personal<Contact> contact(String name, String phone) {
    return Personal.of(ADA.personId(), new Contact(name, phone));
  }

  private static List<EventMessage<?>> history(Object... events) {
    List<EventMessage<?>> history = new ArrayList<>();
    for (Object event : events) {
      history.add(
          new GenericDomainEventMessage<>("Customer", "customer:ada", history.size(), event));
    }
    return history;
  }

  record Card(Personal<Contact> contact, int times, Instant changedAt) {}

  private static final class Contacts implements Fold<Card> {

    @Override
    public String name() {
      return "customer";
    }

    @Override
    public Class<Card> stateType() {
      return Card.class;
    }

    @Override
    public List<Class<?>> eventTypes() {
      return List.of(CustomerEvent.class);
    }

    @Override
    public Collection<String> keys(Object event) {
      return List.of("ada");
    }

    @Override
    public Card evolve(String key, @Nullable Card before, Recorded recorded) {
      int times = before == null ? 1 : before.times() + 1;
      return switch ((CustomerEvent) recorded.event()) {
        case CustomerRegistered e -> new Card(e.contact(), times, e.occurredAt());
        case ContactRevised e -> new Card(e.contact(), times, e.occurredAt());
      };
    }

    @Override
    public Object view(Card state) {
      return state;
    }
  }
}
