package id.antar.bench.history;

import id.antar.api.order.OrderCommand;
import id.antar.api.order.OrderCommand.ConfirmOrder;
import id.antar.api.order.OrderCommand.MarkReady;
import id.antar.api.order.OrderCommand.PlaceOrder;
import id.antar.api.order.OrderCommand.StartPreparation;
import id.antar.bench.history.Machine.Used;
import id.antar.bench.store.Orders;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.axonframework.commandhandling.gateway.CommandGateway;

/// `antar bench lag`: how late the views are while orders are placed, paid, confirmed and made:
/// each event from when it was recorded to the end of the view's transaction with it, by the
/// engine's own metric. Orders come at an even rate, whatever the engine does.
public final class LagBench {

  private static final int WARM_UP_SECONDS = 60;

  private final HistoryEngine engine;
  private final Orders orders = new Orders();
  private int next;

  private LagBench(HistoryEngine engine) {
    this.engine = engine;
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    var options = HistoryOptions.parse(0, arguments);
    System.out.println(Machine.facts());
    try (var engine = HistoryEngine.startWhole(options.work())) {
      new LagBench(engine).run(options);
    } finally {
      options.deleteWork();
    }
  }

  private void run(HistoryOptions options) throws InterruptedException {
    CommandGateway commands = engine.bean(CommandGateway.class);
    orders.merchants().forEach(commands::sendAndWait);
    try (ScheduledExecutorService agenda = Executors.newScheduledThreadPool(2)) {
      live(agenda, options.rate(), WARM_UP_SECONDS);
      double before = handled();
      Used used = Used.now();
      int seconds = options.seconds();
      live(agenda, options.rate(), seconds);
      double sent = handled() - before;
      System.out.printf(
          Locale.ROOT,
          "%.0f commands/s, %s, load %.1f%n",
          sent / seconds,
          Used.now().since(used, sent),
          Machine.load());
      tell();
    }
  }

  private void live(ScheduledExecutorService agenda, int rate, int seconds)
      throws InterruptedException {
    long gap = TimeUnit.SECONDS.toNanos(1) / rate;
    long due = System.nanoTime();
    for (int i = 0; i < rate * seconds; i++) {
      due += gap;
      TimeUnit.NANOSECONDS.sleep(Math.max(0, due - System.nanoTime()));
      order(agenda, orders.order(next++));
    }
  }

  private void order(ScheduledExecutorService agenda, PlaceOrder placed) {
    var id = placed.orderId();
    var merchant = placed.merchantId();
    Instant now = Instant.now();
    send(placed);
    Stream.of(
            new ConfirmOrder(id, merchant, now.plusSeconds(600), now),
            new StartPreparation(id, merchant, now),
            new MarkReady(id, merchant, now))
        .forEach(new Later(agenda)::send);
  }

  private final class Later {
    private final ScheduledExecutorService agenda;
    private int seconds = 2;

    Later(ScheduledExecutorService agenda) {
      this.agenda = agenda;
    }

    void send(OrderCommand command) {
      var _ = agenda.schedule(() -> LagBench.this.send(command), seconds++, TimeUnit.SECONDS);
    }
  }

  private void send(OrderCommand command) {
    var _ = engine.bean(CommandGateway.class).send(command);
  }

  private double handled() {
    return engine.bean(MeterRegistry.class).find("antar.commands").timers().stream()
        .mapToLong(Timer::count)
        .sum();
  }

  private void tell() {
    System.out.printf("  %-28s %8s %8s %8s %8s%n", "milliseconds", "events", "p50", "p99", "most");
    engine.bean(MeterRegistry.class).find("antar.projection.lag").timers().stream()
        .filter(timer -> timer.count() > 0)
        .sorted((a, b) -> Long.compare(b.count(), a.count()))
        .forEach(LagBench::tell);
  }

  private static void tell(Timer timer) {
    var lag = timer.takeSnapshot();
    double[] at =
        Arrays.stream(lag.percentileValues())
            .mapToDouble(value -> value.value(TimeUnit.MILLISECONDS))
            .toArray();
    System.out.printf(
        Locale.ROOT,
        "  %-28s %8d %8.1f %8.1f %8.1f%n",
        timer.getId().getTag("processor"),
        timer.count(),
        at[0],
        at[1],
        lag.max(TimeUnit.MILLISECONDS));
  }
}
