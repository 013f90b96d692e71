package id.antar.standin;

import id.antar.standin.Charge.Status;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// A provider's books: what was charged and given back, the latest charge of a reference last.
/// Whoever listens hears of every charge that changes.
public final class Books {

  private final Map<String, List<Charge>> charges = new LinkedHashMap<>();
  private final List<Consumer<Charge>> listeners = new CopyOnWriteArrayList<>();

  public void listen(Consumer<Charge> listener) {
    listeners.add(listener);
  }

  Charge open(String reference, String method, BigDecimal amount, String currency, Status status) {
    return open(
        new Charge(
            reference, UUID.randomUUID().toString(), "none", method, amount, currency, status));
  }

  Charge open(Charge charge) {
    synchronized (this) {
      charges.computeIfAbsent(charge.reference(), _ -> new ArrayList<>()).add(charge);
    }
    tellOf(charge);
    return charge;
  }

  public synchronized Optional<Charge> find(String reference) {
    return Optional.ofNullable(charges.get(reference)).map(List::getLast);
  }

  synchronized Optional<Charge> findByTransaction(String transactionId) {
    return all().stream().filter(it -> it.transactionId().equals(transactionId)).findAny();
  }

  synchronized Optional<Charge> findByMethod(String methodId) {
    return all().stream().filter(it -> it.methodId().equals(methodId)).findAny();
  }

  public synchronized List<Charge> all() {
    return charges.values().stream().flatMap(List::stream).toList();
  }

  /// Makes it so, whatever it was: what a bank or a customer does outside.
  public void tell(String reference, Status status) {
    Charge charge = find(reference).orElseThrow();
    change(charge, status);
  }

  /// What somebody gives back by another way than this interface.
  public void giveBack(String reference, String key, String amount) {
    Charge charge = find(reference).orElseThrow();
    refund(
        charge,
        new Charge.Refund(
            Integer.toString(1 + charge.refunds().size()), key, new BigDecimal(amount)));
  }

  void change(Charge charge, Status status) {
    synchronized (this) {
      charge.become(status);
    }
    tellOf(charge);
  }

  synchronized void refund(Charge charge, Charge.Refund refund) {
    charge.add(refund);
  }

  private void tellOf(Charge charge) {
    listeners.forEach(listener -> listener.accept(charge));
  }
}
