package id.antar.load.town.report;

import id.antar.load.town.report.LogBook.Entry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Goes through the log and says where two couriers had the same order, offered or accepted, at the
/// same time, or where one was delivered twice. Two dispatchers of one zone would do that.
public final class Hands {

  private final Map<String, Entry> holders = new HashMap<>();
  private final Map<String, Entry> delivered = new HashMap<>();
  private final List<String> wrong = new ArrayList<>();
  private int offers;

  public Hands(LogBook log) {
    log.entries().forEach(this::pass);
  }

  List<String> wrong() {
    return wrong;
  }

  /// How many offers there were.
  int offers() {
    return offers;
  }

  /// How often an order was delivered, by the log.
  int delivered() {
    return delivered.size();
  }

  /// Orders that the engine says were delivered and the log does not, or the other way round.
  List<String> contradictions(List<Outcome> outcomes) {
    return outcomes.stream()
        .filter(outcome -> outcome.kind() != Outcome.Kind.UNKNOWN)
        .filter(outcome ->
            (outcome.kind() == Outcome.Kind.DELIVERED) != delivered.containsKey(outcome.orderId()))
        .map(outcome -> "order " + outcome.orderId() + " is " + outcome.kind())
        .toList();
  }

  private void pass(Entry entry) {
    switch (entry.type()) {
      case "AssignmentOffered" -> {
        offers++;
        entry.stopsOrders().forEach(orderId -> take(orderId, entry));
      }
      case "AssignmentAmended" -> {
        entry.texts("removed").forEach(orderId -> leave(orderId, entry));
        entry.texts("added").forEach(orderId -> take(orderId, entry));
      }
      case "OrderWithdrawn", "DropoffRecorded", "ReturnRecorded" ->
          leave(entry.text("orderId"), entry);
      case "OrdersReleased" -> entry.texts("orders").forEach(orderId -> leave(orderId, entry));
      case "OfferDeclined", "OfferExpired", "AssignmentAbandoned", "AssignmentEnded" ->
          holders.values().removeIf(holder -> holder.id().equals(entry.id()));
      case "OrderDelivered" -> deliver(entry);
      default -> {
        // Who has it stays the same.
      }
    }
  }

  private void take(String orderId, Entry entry) {
    Entry holder = holders.put(orderId, entry);
    if (holder != null && !holder.id().equals(entry.id())) {
      wrong.add(
          "order %s went to assignment %s (%s at %d) while %s had it (%s at %d)"
              .formatted(
                  orderId,
                  entry.id(),
                  entry.type(),
                  entry.position(),
                  holder.id(),
                  holder.type(),
                  holder.position()));
    }
  }

  private void leave(String orderId, Entry entry) {
    Entry holder = holders.get(orderId);
    if (holder != null && holder.id().equals(entry.id())) {
      holders.remove(orderId);
    }
  }

  private void deliver(Entry entry) {
    Entry former = delivered.put(entry.id(), entry);
    if (former != null) {
      wrong.add(
          "order %s was delivered twice, at %d and at %d"
              .formatted(entry.id(), former.position(), entry.position()));
    }
  }
}
