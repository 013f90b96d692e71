package id.antar.load.town.life;

import id.antar.load.client.Actor;
import id.antar.load.client.Answer;
import id.antar.load.client.Api;
import id.antar.load.client.CallKind;
import id.antar.load.client.EngineLostException;
import id.antar.load.client.Incidents;
import id.antar.load.client.OrderView;
import id.antar.load.client.PaymentView;
import id.antar.load.client.Request;
import id.antar.load.client.Streams;
import id.antar.load.town.mishap.Chronicle;
import id.antar.load.town.mishap.Script;
import id.antar.load.town.world.Dice;
import id.antar.load.town.world.StreetMap;
import id.antar.load.town.world.TownClock;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;

/// What everybody in town lives in.
///
/// @param operator whoever minds the engine
/// @param run this town's own word in all keys and e-mails, so that two towns can live in one
///   engine
public record World(
    Api api,
    Streams streams,
    TownClock clock,
    StreetMap map,
    OrderBook book,
    Tally tally,
    PositionTrace positions,
    Script script,
    Chronicle chronicle,
    Incidents incidents,
    Errands errands,
    Actor operator,
    Executor threads,
    long seed,
    String run,
    AtomicLong keys) {

  /// Something that goes on for a while, on a thread of its own.
  @FunctionalInterface
  public interface Activity {
    void go() throws InterruptedException;
  }

  Office office() {
    return new Office(this, operator);
  }

  public Dice dice(String name) {
    return Dice.of(seed, name);
  }

  /// A new idempotency key.
  public String newKey() {
    return run + "-" + keys.incrementAndGet();
  }

  public void begin(String what, Activity activity) {
    threads.execute(() -> {
      try {
        activity.go();
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      } catch (EngineLostException _) {
        // The town itself reports it, once.
      } catch (RuntimeException e) {
        incidents.report(what + " broke off", e.toString());
      }
    });
  }

  /// An order as somebody sees it now; none while their view does not have it yet.
  Optional<OrderView> findOrder(Actor reader, String orderId) throws InterruptedException {
    Answer answer = api.call(Request.get(CallKind.READ_ORDER, reader, "/v1/orders/" + orderId));
    if (!answer.ok() && answer.status() != 404) {
      unexpected("read order", reader, answer);
    }
    return answer.ok() ? Optional.of(answer.as(OrderView.class)) : Optional.empty();
  }

  /// An order's payment as somebody sees it now.
  Optional<PaymentView> findPayment(Actor reader, String orderId) throws InterruptedException {
    String path = "/v1/orders/" + orderId + "/payment";
    Answer answer = api.call(Request.get(CallKind.PAYMENT, reader, path));
    if (!answer.ok() && answer.status() != 404) {
      unexpected("read payment", reader, answer);
    }
    return answer.ok() ? Optional.of(answer.as(PaymentView.class)) : Optional.empty();
  }

  void unexpected(String what, Actor actor, Answer answer) {
    incidents.report(
        what + " refused: " + answer.status() + " " + answer.code(), actor + ": " + answer);
  }
}
