package id.antar.load.town.report;

import id.antar.load.town.life.CourierLife;
import id.antar.load.town.life.TrackedOrder;
import id.antar.load.town.life.World;
import id.antar.load.town.world.People.Merchant;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Compares, at the end, the engine's books with what the town knows it has paid, given and said.
public final class Books {

  /// Money on its way back, and views, trail by seconds at most.
  private static final int PATIENCE_TRIES = 40;

  private static final long PATIENCE_MILLIS = 250;

  /// After so many differences nobody waits for one more.
  private static final int PATIENT_UNTIL = 4;

  private final World world;
  private final OrderBooks orders;
  private final WordsBook words;
  private final VoucherBook vouchers;
  private final Map<String, Outcome> outcomes = new HashMap<>();
  private final List<String> wrong = new ArrayList<>();
  private int checked;

  public Books(World world) {
    this.world = world;
    this.orders = new OrderBooks(world);
    this.words = new WordsBook(world);
    this.vouchers = new VoucherBook(world, outcomes);
  }

  /// What is wrong, if anything.
  @FunctionalInterface
  interface Check {
    Optional<String> complaint() throws InterruptedException;
  }

  /// Each order's payment, tip and account, and what was said about it.
  public void checkOrders(Audit audit) throws InterruptedException {
    audit.outcomes().forEach(outcome -> outcomes.put(outcome.orderId(), outcome));
    for (TrackedOrder order : world.book().list()) {
      Outcome outcome = outcomes.get(order.orderId());
      if (outcome != null && outcome.order() != null) {
        String what = "order " + order.orderId();
        expect(what, () -> orders.complaint(order, outcome));
        expect(what, () -> words.complaint(order));
        checked++;
      }
    }
  }

  /// Each courier's statement, and the sum of everything.
  public void checkCouriers(List<CourierLife> couriers, Instant from, Instant to)
      throws InterruptedException {
    var statements = new Statements(world, orders, List.copyOf(outcomes.values()), from, to);
    for (CourierLife courier : couriers) {
      expect("courier " + courier.id(), () -> statements.complaint(courier));
    }
    expect("the ledger", orders::sumComplaint);
  }

  /// What each merchant's vouchers were used for.
  public void checkMerchants(List<Merchant> merchants) throws InterruptedException {
    for (Merchant merchant : merchants) {
      expect("merchant " + merchant.id(), () -> vouchers.complaint(merchant));
    }
  }

  VoucherBook vouchers() {
    return vouchers;
  }

  private void expect(String what, Check check) throws InterruptedException {
    Optional<String> complaint = check.complaint();
    for (int i = 1; i < PATIENCE_TRIES && complaint.isPresent() && isPatient(); i++) {
      TimeUnit.MILLISECONDS.sleep(PATIENCE_MILLIS);
      complaint = check.complaint();
    }
    complaint.ifPresent(text -> wrong.add(what + ": " + text));
  }

  private boolean isPatient() {
    return wrong.size() < PATIENT_UNTIL;
  }

  int checked() {
    return checked;
  }

  int messagesRead() {
    return words.messagesRead();
  }

  int reviewsRead() {
    return words.reviewsRead();
  }

  List<String> wrong() {
    return List.copyOf(wrong);
  }
}
