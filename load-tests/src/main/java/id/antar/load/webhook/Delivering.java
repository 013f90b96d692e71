package id.antar.load.webhook;

import id.antar.load.webhook.Bank.Delivery;
import id.antar.load.webhook.Storm.Act;
import id.antar.load.webhook.Storm.Kind;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;

/// Carries the storm out: as many at once as threads, but what is about one payment one after the
/// other. Counts what was answered as it should not have been.
final class Delivering {

  private static final int THREADS = 16;
  private static final int MOST_TRIES = 20;
  private static final long HIGHEST_MICROS = TimeUnit.MINUTES.toMicros(1);

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI url;
  private final Bank bank;
  private final List<Payment> payments;
  private final Map<Integer, Delivery> latest = new ConcurrentHashMap<>();
  private final Map<String, LongAdder> answers = new ConcurrentHashMap<>();
  private final LongAdder wrong = new LongAdder();
  private final ConcurrentHistogram micros = new ConcurrentHistogram(HIGHEST_MICROS, 3);

  Delivering(URI engine, Bank bank, List<Payment> payments) {
    this.url = engine.resolve("/v1/webhooks/" + bank.route());
    this.bank = bank;
    this.payments = payments;
  }

  void carryOut(List<Act> acts) throws InterruptedException {
    var _ =
        Crowd.all(
            THREADS,
            thread -> {
              for (Act act : acts) {
                if (act.payment() % THREADS == thread) {
                  carryOut(act);
                }
              }
              return true;
            });
  }

  private void carryOut(Act act) throws InterruptedException {
    Payment payment = payments.get(act.payment());
    if (act.kind() == Kind.HAPPENING) {
      bank.tell(payment.chargeId(), payment.fate());
      return;
    }
    Delivery delivery = make(act, payment);
    int expected = act.kind() == Kind.FORGED || act.kind() == Kind.DAMAGED ? 401 : 200;
    int status = deliver(delivery);
    answers.computeIfAbsent(act.kind() + " " + status, _ -> new LongAdder()).increment();
    if (status != expected) {
      wrong.increment();
    }
  }

  private Delivery make(Act act, Payment payment) {
    String charge = payment.chargeId();
    return switch (act.kind()) {
      case TRUE, HAPPENING -> remember(act, bank.delivery(charge, payment.fate(), act.number()));
      case STALE -> remember(act, bank.delivery(charge, Fate.UNTOUCHED, act.number()));
      case REPEATED ->
          latest.getOrDefault(act.payment(), bank.delivery(charge, Fate.UNTOUCHED, act.number()));
      case FORGED -> bank.forged(charge, Fate.PAID, act.number());
      case DAMAGED -> damaged(bank.delivery(charge, Fate.PAID, act.number()), charge);
      case FOREIGN -> foreign(charge, act);
    };
  }

  private Delivery remember(Act act, Delivery delivery) {
    latest.put(act.payment(), delivery);
    return delivery;
  }

  /// Another charge under a signature; or, where only a token is sent, another token.
  private static Delivery damaged(Delivery delivery, String charge) {
    if (delivery.headers().containsKey("x-callback-token")) {
      return new Delivery(Map.of("x-callback-token", "another"), delivery.body());
    }
    return new Delivery(delivery.headers(), delivery.body().replace(charge, "x" + charge));
  }

  private Delivery foreign(String charge, Act act) {
    return bank.route().equals("sandbox")
        ? bank.delivery("nobodys-1-1", Fate.PAID, act.number())
        : bank.delivery(charge, Fate.PAID, act.number());
  }

  /// Who is told to wait, waits, as a provider would.
  private int deliver(Delivery delivery) throws InterruptedException {
    var request =
        HttpRequest.newBuilder(url)
            .timeout(Duration.ofSeconds(15))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(delivery.body()));
    delivery.headers().forEach(request::header);
    for (int tries = 1; ; tries++) {
      int status = send(request.build());
      if ((status != 429 && status != 503 && status != 0) || tries == MOST_TRIES) {
        return status;
      }
      TimeUnit.MILLISECONDS.sleep(500);
    }
  }

  private int send(HttpRequest request) throws InterruptedException {
    long began = System.nanoTime();
    try {
      int status = http.send(request, BodyHandlers.discarding()).statusCode();
      micros.recordValue(Math.min(HIGHEST_MICROS, (System.nanoTime() - began) / 1000));
      return status;
    } catch (IOException _) {
      return 0;
    }
  }

  long wrong() {
    return wrong.sum();
  }

  /// How often each kind had which answer.
  Map<String, Long> answers() {
    Map<String, Long> counts = new TreeMap<>();
    answers.forEach((what, count) -> counts.put(what, count.sum()));
    return counts;
  }

  double p99Millis() {
    return micros.getValueAtPercentile(99) / 1000.0;
  }
}
