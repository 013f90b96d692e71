package id.antar.load.town.report;

import id.antar.load.client.Answer;
import id.antar.load.client.CallKind;
import id.antar.load.client.Money;
import id.antar.load.client.PaymentView;
import id.antar.load.client.PaymentView.Part;
import id.antar.load.client.Request;
import id.antar.load.town.life.CourierLife;
import id.antar.load.town.life.TrackedOrder;
import id.antar.load.town.life.World;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What each courier reads of what they have earned, been tipped and collected at doors.
final class Statements {

  private final World world;
  private final OrderBooks payments;
  private final List<Outcome> outcomes;
  private final Instant from;
  private final Instant to;
  private final Map<String, Long> tips = new HashMap<>();

  Statements(World world, OrderBooks payments, List<Outcome> outcomes, Instant from, Instant to) {
    this.world = world;
    this.payments = payments;
    this.outcomes = outcomes;
    this.from = from;
    this.to = to;
    for (TrackedOrder order : world.book().list()) {
      tips.put(order.orderId(), order.dealings().tipsMinor());
    }
  }

  record StatementView(List<Entry> entries, Cash cash) {}

  record Entry(String subject, Map<String, Money> amounts) {

    long minor(String purpose) {
      return amounts.entrySet().stream()
          .filter(entry -> entry.getKey().toLowerCase(Locale.ROOT).equals(purpose))
          .mapToLong(entry -> entry.getValue().minor())
          .sum();
    }
  }

  record Cash(List<Money> closing, List<Movement> movements) {}

  record Movement(String subject, String purpose, Money amount) {

    boolean is(String word) {
      return purpose.toLowerCase(Locale.ROOT).equals(word);
    }
  }

  Optional<String> complaint(CourierLife courier) throws InterruptedException {
    String path = "/v1/couriers/%s/statement?from=%s&to=%s".formatted(courier.id(), from, to);
    Answer answer = world.api().call(Request.get(CallKind.PAYMENT, courier.actor(), path));
    if (!answer.ok()) {
      return Optional.of("its statement -> " + answer);
    }
    Set<String> delivered =
        outcomes.stream()
            .filter(outcome -> outcome.kind() == Outcome.Kind.DELIVERED)
            .filter(outcome ->
                outcome.order() != null && courier.id().equals(outcome.order().courierId()))
            .map(Outcome::orderId)
            .collect(Collectors.toSet());
    StatementView statement = answer.as(StatementView.class);
    Optional<String> complaint = earned(statement, delivered);
    if (complaint.isEmpty()) {
      complaint = collected(statement.cash(), delivered);
    }
    return complaint.isPresent() || courier.isLost()
        ? complaint
        : statement.cash().closing().stream()
            .filter(cash -> cash.minor() != 0)
            .findFirst()
            .map(cash -> cash + " were not handed in");
  }

  private Optional<String> earned(StatementView statement, Set<String> delivered) {
    Map<String, Long> tipped = new HashMap<>();
    Set<String> paid = new HashSet<>();
    for (Entry entry : statement.entries()) {
      tipped.merge(entry.subject(), entry.minor("tip"), Long::sum);
      if (entry.minor("delivery_pay") > 0) {
        paid.add(entry.subject());
      }
    }
    if (!paid.equals(delivered)) {
      return Optional.of(
          "is paid for " + paid.size() + " orders and delivered " + delivered.size());
    }
    return delivered.stream()
        .filter(orderId -> !tipped.getOrDefault(orderId, 0L).equals(tips.get(orderId)))
        .findFirst()
        .map(orderId ->
            "order %s brought tips of %d, and %d were given"
                .formatted(orderId, tipped.get(orderId), tips.get(orderId)));
  }

  private Optional<String> collected(Cash cash, Set<String> delivered) {
    Map<String, Long> taken = new HashMap<>();
    cash.movements().stream()
        .filter(movement -> movement.is("cash_taken"))
        .forEach(it -> taken.merge(it.subject(), it.amount().minor(), Long::sum));
    Map<String, Long> due = new HashMap<>();
    for (String orderId : delivered) {
      long minor = payments.payment(orderId).map(Statements::cash).orElse(0L);
      if (minor > 0) {
        due.put(orderId, minor);
      }
    }
    return taken.equals(due)
        ? Optional.empty()
        : Optional.of("has collected " + taken + " at doors, and should have " + due);
  }

  private static long cash(PaymentView payment) {
    return payment.parts().stream()
        .filter(Part::isCash)
        .mapToLong(part -> part.amount().minor())
        .sum();
  }
}
