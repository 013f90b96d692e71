package id.antar.load.webhook;

import id.antar.load.client.Api;
import id.antar.load.client.Door;
import id.antar.load.client.EngineGate;
import id.antar.load.client.EngineLostException;
import id.antar.load.client.Incidents;
import id.antar.load.client.Latencies;
import id.antar.load.client.Tokens;
import id.antar.load.town.world.Dice;
import id.antar.load.webhook.Audit.Finding;
import id.antar.load.webhook.Storm.Act;
import id.antar.standin.StandIn;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/// A storm of webhooks. Status 0: every payment is right. 1: not so. 2: it was asked for in a way
/// that makes no sense.
public final class WebhookMain {

  private static final Duration LATE = Duration.ofSeconds(5);

  private WebhookMain() {}

  public static void main(String... arguments) throws InterruptedException {
    System.exit(run(System.out, arguments));
  }

  public static int run(PrintStream out, String... arguments) throws InterruptedException {
    if (List.of(arguments).contains("--help")) {
      out.print(WebhookOptions.USAGE);
      return 0;
    }
    try {
      return storm(WebhookOptions.parse(arguments), out) ? 0 : 1;
    } catch (IllegalArgumentException | UncheckedIOException e) {
      out.println(e.getMessage());
      return 2;
    } catch (IllegalStateException | EngineLostException e) {
      out.println(e.getMessage());
      return 1;
    }
  }

  private static boolean storm(WebhookOptions options, PrintStream out)
      throws InterruptedException {
    Door door = new Door(options.url());
    var gate =
        new EngineGate(
            () -> door.findClock().isPresent(),
            new EngineGate.Watcher() {},
            Duration.ofSeconds(30),
            Duration.ofMillis(500));
    Api api =
        new Api(door, new Tokens(options.tokenFile()), gate, new Latencies(), new Incidents());
    try (Bank bank = bank(options, api)) {
      return storm(options, api, bank, out);
    }
  }

  private static Bank bank(WebhookOptions options, Api api) {
    return options.provider().equals("sandbox")
        ? new SandboxBank(api, options.secret())
        : new StandInBank(
            StandIn.start(options.port(), options.key()),
            options.provider().equals("midtrans"),
            options.key(),
            options.secret());
  }

  private static boolean storm(WebhookOptions options, Api api, Bank bank, PrintStream out)
      throws InterruptedException {
    String run = Long.toString(ThreadLocalRandom.current().nextLong(1L << 31), 36);
    Shop shop = Shop.open(api, run, options.seed(), bank.currency());
    Till before = new Audit(shop, List.of()).till();
    List<Payment> payments = place(options, shop, bank);
    Audit audit = new Audit(shop, payments);
    audit.awaitBegun();
    out.printf("%d orders are placed, and their payments have begun.%n", payments.size());

    List<Act> acts = Storm.brew(payments, options.deliveries(), options.seed());
    Delivering delivering = new Delivering(options.url(), bank, payments);
    long began = System.nanoTime();
    delivering.carryOut(acts.stream().filter(act -> act.at() <= 1).toList());
    double seconds = (System.nanoTime() - began) / 1e9;
    TimeUnit.MILLISECONDS.sleep(LATE.toMillis());
    delivering.carryOut(acts.stream().filter(act -> act.at() > 1).toList());
    audit.awaitInterpreted();
    return report(options, audit, before, delivering, seconds, out);
  }

  private static List<Payment> place(WebhookOptions options, Shop shop, Bank bank)
      throws InterruptedException {
    Dice dice = Dice.of(options.seed(), "fates");
    List<Fate> fates =
        IntStream.range(0, options.payments()).mapToObj(_ -> Fate.at(dice.between(0, 1))).toList();
    return Crowd.all(fates.size(), i -> shop.order(i, fates.get(i), bank.payment(fates.get(i))));
  }

  private static boolean report(
      WebhookOptions options,
      Audit audit,
      Till before,
      Delivering delivering,
      double seconds,
      PrintStream out)
      throws InterruptedException {
    Finding states = audit.states();
    Finding ledger = audit.ledger(before);
    boolean answered = delivering.wrong() == 0;
    out.printf(
        "%d deliveries, the main part in %.1f s; answered in %.0f ms at p99.%n",
        options.deliveries(), seconds, delivering.p99Millis());
    delivering.answers().forEach((what, count) -> out.printf("  %6d  %s%n", count, what));
    out.printf("Answers: %s%n", answered ? "as they should be" : delivering.wrong() + " wrong");
    out.printf("States:  %s%n", states.word());
    out.printf("Ledger:  %s%n", ledger.word());
    out.printf("Ops:     %s%n", audit.ops());
    boolean holds = answered && states.holds() && ledger.holds();
    out.println(holds ? "All of it holds." : "It does not hold.");
    return holds;
  }
}
