package id.antar.load.town.report;

import static id.antar.load.town.report.GapsTest.entry;
import static org.assertj.core.api.Assertions.assertThat;

import id.antar.load.town.report.LogBook.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HandsTest {

  private final List<Entry> entries = new ArrayList<>();

  @Test
  void anOrderMayBeOfferedAgainOnceNobodyHasIt() {
    offer("a1", "o1");
    happen("OfferDeclined", "a1", Map.of());
    offer("a2", "o1");
    happen("OfferAccepted", "a2", Map.of("orders", List.of("o1")));
    happen("OrderWithdrawn", "a2", Map.of("orderId", "o1"));
    offer("a3", "o1");
    happen("AssignmentAmended", "a3", Map.of("removed", List.of("o1"), "added", List.of()));
    offer("a4", "o1", "o2");
    happen("AssignmentAbandoned", "a4", Map.of());
    offer("a5", "o1");
    happen("OrderDelivered", "o1", Map.of());

    assertThat(hands().wrong()).isEmpty();
    assertThat(hands().offers()).isEqualTo(5);
    assertThat(hands().delivered()).isOne();
  }

  @Test
  void twoOpenOffersOfOneOrderAreOneTooMany() {
    offer("a1", "o1");
    offer("a2", "o2", "o1");

    assertThat(hands().wrong())
        .containsExactly(
            "order o1 went to assignment a2 (AssignmentOffered at 1) while a1 had it"
                + " (AssignmentOffered at 0)");
  }

  @Test
  void whatIsAcceptedGoesToNobodyElse() {
    offer("a1", "o1");
    happen("OfferAccepted", "a1", Map.of("orders", List.of("o1")));
    happen("AssignmentAmended", "a2", Map.of("removed", List.of(), "added", List.of("o1")));

    assertThat(hands().wrong()).singleElement().asString().contains("AssignmentAmended at 2");
  }

  @Test
  void oneDeliveryIsEnough() {
    happen("OrderDelivered", "o1", Map.of());
    happen("OrderDelivered", "o1", Map.of());

    assertThat(hands().wrong()).containsExactly("order o1 was delivered twice, at 0 and at 1");
  }

  @Test
  void theViewSaysOfEachOrderWhatTheLogDoes() {
    happen("OrderDelivered", "o1", Map.of());

    assertThat(
            hands()
                .contradictions(
                    List.of(
                        new Outcome("o1", Outcome.Kind.DELIVERED, "", null),
                        new Outcome("o2", Outcome.Kind.CANCELLED, "", null))))
        .isEmpty();
    assertThat(
            hands()
                .contradictions(
                    List.of(
                        new Outcome("o1", Outcome.Kind.CANCELLED, "", null),
                        new Outcome("o2", Outcome.Kind.DELIVERED, "", null))))
        .containsExactly("order o1 is CANCELLED", "order o2 is DELIVERED");
  }

  private Hands hands() {
    return new Hands(new LogBook(entries));
  }

  private void offer(String assignmentId, String... orderIds) {
    happen(
        "AssignmentOffered",
        assignmentId,
        Map.of(
            "stops",
            List.of(orderIds).stream().map(orderId -> Map.of("orderId", orderId)).toList()));
  }

  private void happen(String type, String id, Map<String, Object> data) {
    String kind = type.equals("OrderDelivered") ? "order" : "assignment";
    entries.add(entry(entries.size(), type, kind, id, 0, data));
  }
}
