package id.antar.load.town.life;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;

/// An order that the engine has acknowledged, as far as the town knows it.
public final class TrackedOrder {

  private final String orderId;
  private final String customerId;
  private final String merchantId;
  private final AtomicReference<Stage> stage = new AtomicReference<>(Stage.PLACED);
  private final Semaphore news = new Semaphore(0);
  private final Set<String> assignments = new HashSet<>();
  private final Dealings dealings = new Dealings();

  public TrackedOrder(String orderId, String customerId, String merchantId) {
    this.orderId = orderId;
    this.customerId = customerId;
    this.merchantId = merchantId;
  }

  public String orderId() {
    return orderId;
  }

  public String customerId() {
    return customerId;
  }

  public String merchantId() {
    return merchantId;
  }

  /// What was paid, given and said about it.
  public Dealings dealings() {
    return dealings;
  }

  public Stage stage() {
    return stage.get();
  }

  /// Takes over what somebody heard, unless something later is known already.
  ///
  /// @return whether it was new
  boolean hear(Stage heard) {
    Stage before = stage.getAndUpdate(known -> heard.isAfter(known) ? heard : known);
    boolean isNew = heard.isAfter(before);
    if (isNew) {
      news.release();
    }
    return isNew;
  }

  /// Its courier does not go on: it is where it was before somebody picked it up.
  void stranded(Stage now) {
    stage.getAndUpdate(known -> known.isFinal() ? known : now);
    news.release();
  }

  /// A courier is to carry it.
  ///
  /// @return whether it is the first one
  boolean assigned(String assignmentId) {
    synchronized (assignments) {
      return assignments.add(assignmentId) && assignments.size() == 1;
    }
  }

  /// How many couriers have had it.
  public int assignments() {
    synchronized (assignments) {
      return assignments.size();
    }
  }

  Semaphore news() {
    return news;
  }
}
