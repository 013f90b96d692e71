package id.antar.load.town.life;

import id.antar.load.client.Actor;
import id.antar.load.client.Answer;
import id.antar.load.client.CallKind;
import id.antar.load.client.Money;
import id.antar.load.client.PaymentView;
import id.antar.load.client.PaymentView.Part;
import id.antar.load.client.Request;
import id.antar.load.town.life.Dealings.Tip;
import id.antar.load.town.world.Dice;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/// What a customer does about the money of one order after they have placed it.
final class Purse {

  /// A page that waits for the bank asks this often, in real time.
  private static final long LOOK_MILLIS = 250;

  private static final int MOST_LOOKS = 240;

  private final World world;
  private final Actor customer;
  private final TrackedOrder order;
  private final Dice dice;

  Purse(World world, Actor customer, TrackedOrder order, Dice dice) {
    this.world = world;
    this.customer = customer;
    this.order = order;
    this.dice = dice;
  }

  /// Sees the payment through. What works by itself needs nobody.
  void settle() {
    switch (order.dealings().plan().way()) {
      case PLAIN, WALLET_LATER, SPLIT, PART_CASH, GIVES_UP -> {}
      case BANK_LATER -> begin(this::transfer);
      case ANOTHER_METHOD -> begin(this::tryAnother);
    }
  }

  private void begin(World.Activity activity) {
    world.errands().begin(world, "purse of " + customer.subject(), activity);
  }

  /// The customer goes to their bank, and the bank takes its time.
  private void transfer() throws InterruptedException {
    Optional<PaymentView> payment = await(part -> part.is("pending"));
    if (payment.isEmpty()) {
      return;
    }
    String charge = payment.get().chargeOf(find(payment.get(), part -> part.is("pending")));
    world.clock().sleep(dice.seconds(60, 240));
    if (read().filter(view -> !view.isOver()).isPresent() && world.office().carryOut(charge)) {
      order.dealings().paidByBank();
    }
  }

  /// The card was declined, and there is another one.
  private void tryAnother() throws InterruptedException {
    Optional<PaymentView> payment = await(part -> part.is("failed"));
    if (payment.isEmpty()) {
      return;
    }
    Part declined = find(payment.get(), part -> part.is("failed"));
    world.clock().sleep(dice.seconds(5, 40));
    boolean wallet = dice.chance(0.6);
    String method = wallet ? "e_wallet" : "bank_transfer";
    String path =
        "/v1/payments/%s/parts/%d/attempts".formatted(payment.get().paymentId(), declined.number());
    Answer answer =
        post(path, Map.of("method", method, "token", wallet ? "sandbox-wallet" : "sandbox-bank"));
    if (answer.ok()) {
      order.dealings().triedAgain(declined.number(), method);
    } else if (!answer.isProblem("not-in-this-state")) {
      world.unexpected("try another method", customer, answer);
    }
  }

  /// After the delivery.
  void tip(long minor, String method) throws InterruptedException {
    String token = method.equals("card") ? "sandbox-card" : "sandbox-wallet";
    Answer answer =
        post(
            "/v1/orders/" + order.orderId() + "/tips",
            Map.of(
                "amount", Money.euros(minor),
                "method", method,
                "token", token));
    if (answer.ok()) {
      String paymentId = answer.as(GivenView.class).paymentId();
      order.dealings().tipped(new Tip(paymentId, method, minor));
    } else {
      world.unexpected("give a tip", customer, answer);
    }
  }

  private record GivenView(String paymentId) {}

  private Answer post(String path, Map<String, Object> body) throws InterruptedException {
    return world.api().call(Request.post(CallKind.PAYMENT, customer, path, world.newKey(), body));
  }

  /// Looks until some part is so; nothing if the payment or the order is over before.
  private Optional<PaymentView> await(Predicate<Part> which) throws InterruptedException {
    for (int i = 0; i < MOST_LOOKS && !order.stage().isFinal(); i++) {
      Optional<PaymentView> payment = read();
      if (payment.isPresent() && payment.get().parts().stream().anyMatch(which)) {
        return payment;
      }
      if (payment.isPresent() && payment.get().isOver()) {
        return Optional.empty();
      }
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
    }
    return Optional.empty();
  }

  private Optional<PaymentView> read() throws InterruptedException {
    return world.findPayment(customer, order.orderId());
  }

  private static Part find(PaymentView payment, Predicate<Part> which) {
    return payment.parts().stream().filter(which).findFirst().orElseThrow();
  }
}
