package id.antar.bench.history;

import id.antar.bench.history.Machine.Used;
import id.antar.infra.servers.DatabaseAddress;
import id.antar.query.rebuild.ProjectionRebuild;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.serialization.Serializer;
import tools.jackson.databind.json.JsonMapper;

/// `antar bench rebuild`: how many events a second the order projection is built anew from, beside
/// Axon's tracking event processor that fills a table of orders from the same events, one and a
/// thousand at a time.
public final class RebuildComparison {

  private static final int ROUNDS = 3;
  private static final int WARM_UP_SECONDS = 10;
  private static final int MEASURED_SECONDS = 20;
  private static final long STOCK_EVENTS = 400_000;
  private static final String PROJECTION = "order";

  private final HistoryEngine engine;
  private final StockProcessor stock;

  private RebuildComparison(HistoryEngine engine, StockProcessor stock) {
    this.engine = engine;
    this.stock = stock;
  }

  public static void main(String[] arguments) throws IOException {
    var options = HistoryOptions.parse(1_000_000, arguments);
    System.out.println(Machine.facts());
    try (var engine = HistoryEngine.start(options.work());
        var stock =
            new StockProcessor(
                engine.bean(DatabaseAddress.class),
                engine.bean("eventSerializer", Serializer.class),
                engine.bean("messageMapper", JsonMapper.class))) {
      new RebuildComparison(engine, stock).run(options);
    } finally {
      options.deleteWork();
    }
  }

  private void run(HistoryOptions options) {
    fill(options);
    engine.startAtHead("query." + PROJECTION);
    double one = stock("one event at a time", 1);
    double thousand = stock("1,000 events at a time", 1_000);
    List<Double> rates = new ArrayList<>();
    for (int round = 0; round <= ROUNDS; round++) {
      double rate = rebuild(options.events(), round);
      if (round > 0) {
        rates.add(rate);
      }
    }
    rates.sort(null);
    double ours = rates.get(ROUNDS / 2);
    say("antar / axon one at a time:  %6.1f (at least 20)", ours / one);
    say("antar / axon 1,000 at a time: %5.1f (at least 3)", ours / thousand);
    say("antar: %,.0f events/s (at least 50,000)", ours);
  }

  /// Axon's processor is measured on the first of the same events: its tables are the smaller for
  /// it.
  private void fill(HistoryOptions options) {
    var copy = new MadeLog(stock.events(), stock.transactions());
    var left = new AtomicLong(STOCK_EVENTS);
    say(
        "%s",
        MadeLog.fill(
            options,
            engine,
            (event, at) -> {
              if (left.getAndDecrement() > 0) {
                copy.recorded(event, at);
              }
            }));
    copy.flush();
  }

  private double stock(String name, int batch) {
    var measured = stock.measure(batch, WARM_UP_SECONDS, MEASURED_SECONDS);
    say(
        "axon, %-24s %,9.0f events/s   load %.1f, %s",
        name, measured.rate(), Machine.load(), measured.used());
    return measured.rate();
  }

  private double rebuild(long events, int round) {
    var progress = new Noting();
    Used before = Used.now();
    long began = System.nanoTime();
    if (round < ROUNDS) {
      engine.bean(ProjectionRebuild.class).renew(PROJECTION, progress);
    } else {
      engine.bean(ProjectionRebuild.class).run(List.of(PROJECTION), false, progress);
    }
    double whole = (System.nanoTime() - began) / 1e9;
    double rate = events / progress.seconds();
    say(
        "antar, %-23s %,9.0f events/s   load %.1f, %s; with all %.1f s",
        round == 0 ? "the first time" : round < ROUNDS ? "again" : "and compared",
        rate,
        Machine.load(),
        Used.now().since(before, (double) events),
        whole);
    progress.lines().forEach(line -> say("    %s", line));
    progress.requireNoFindings();
    return rate;
  }

  private static void say(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
