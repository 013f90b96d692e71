package id.antar.infra.searchload;

import id.antar.api.order.OrderEvent;
import id.antar.api.order.OrderQuery.SearchOrders;
import id.antar.api.order.OrderSearch;
import id.antar.api.order.OrderSearch.Counting;
import id.antar.api.order.OrderSearch.Filter;
import id.antar.api.order.OrderSearch.Sort;
import id.antar.infra.startup.MeasuredEngine;
import id.antar.query.projection.FoldBatch;
import id.antar.query.projection.Projector;
import id.antar.query.projection.Recorded;
import id.antar.query.projection.Rows;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.axonframework.queryhandling.QueryGateway;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.RestClient;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;

/// `antar load search`: an engine of its own, whose order index is filled with made orders by the
/// projection's own fold and bulk path, is asked a mix of questions at a rate. A question's time is
/// from when it was due to the answer of the query bus; the status is 1 if the 99th percentile of
/// all is above half a second, or one failed.
public final class SearchLoad {

  private static final double LIMIT_MILLIS = 500;
  private static final int ORDERS_PER_BATCH = 200;
  private static final int PROGRESS = 100_000;
  private static final int PATIENCE_SECONDS = 120;
  private static final Pattern BYTES = Pattern.compile("\"size_in_bytes\":(\\d+)");

  private final SearchLoadOptions options;
  private final PrintStream out;
  private final ConfigurableApplicationContext engine;
  private final QueryGateway queries;

  private SearchLoad(
      SearchLoadOptions options, PrintStream out, ConfigurableApplicationContext engine) {
    this.options = options;
    this.out = out;
    this.engine = engine;
    this.queries = engine.getBean(QueryGateway.class);
  }

  /// @return the status to exit with
  public static int run(PrintStream out, PrintStream err, String... arguments) {
    try {
      SearchLoadOptions options = SearchLoadOptions.parse(arguments);
      return run(options, out, MeasuredEngine.in(options.work()));
    } catch (IllegalArgumentException e) {
      err.println(e.getMessage());
      return 2;
    } catch (IOException e) {
      err.println(e);
      return 1;
    }
  }

  private static int run(SearchLoadOptions options, PrintStream out, MeasuredEngine measured)
      throws IOException {
    var engine = measured.start();
    try (engine) {
      return new SearchLoad(options, out, engine).run();
    } finally {
      if (!options.keep()) {
        measured.delete();
      }
    }
  }

  private int run() throws IOException {
    long there = awaitIndex();
    if (there < options.orders()) {
      fill();
    }
    size();
    say("Warm-up: %d s at %.0f a second.", options.warmUpSeconds(), options.rate());
    var _ = ask(options.warmUpSeconds(), options.seed() + 1);
    say("Questions: %d s at %.0f a second.", options.seconds(), options.rate());
    return told(ask(options.seconds(), options.seed() + 2));
  }

  private long awaitIndex() {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (true) {
      try {
        return find(new SearchOrders(Filter.NONE, Sort.NEWEST, Counting.NOTHING, null, 1))
            .join()
            .total();
      } catch (RuntimeException e) {
        if (System.nanoTime() > end) {
          throw e;
        }
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
      }
    }
  }

  private CompletableFuture<OrderSearch.Hits> find(SearchOrders question) {
    return queries.query(question, question.answer());
  }

  private void fill() {
    Projector<?> projector =
        engine.getBeanProvider(Projector.class).stream()
            .<Projector<?>>map(it -> it)
            .filter(it -> it.fold().name().equals("ordersearch"))
            .findFirst()
            .orElseThrow();
    long start = System.nanoTime();
    long events = fill(projector);
    projector.storage().settle();
    double seconds = (System.nanoTime() - start) / 1e9;
    say(
        "Filled: %,d orders of %,d events in %.0f s, %,.0f orders/s, %,.0f events/s.",
        options.orders(), events, seconds, options.orders() / seconds, events / seconds);
  }

  private <S> long fill(Projector<S> projector) {
    var made = new MadeOrders(options.seed());
    Rows<S> rows = projector.storage().live();
    long events = 0;
    for (int first = 0; first < options.orders(); first += ORDERS_PER_BATCH) {
      List<Recorded> batch = batch(made, first);
      var folding = new FoldBatch<>(projector.fold(), rows);
      folding.load(batch.stream().map(Recorded::source).distinct().toList());
      batch.forEach(folding::apply);
      folding.save();
      events += batch.size();
      if (first > 0 && first % PROGRESS == 0) {
        say("  %,d orders", first);
      }
    }
    return events;
  }

  private List<Recorded> batch(MadeOrders made, int first) {
    List<Recorded> batch = new ArrayList<>();
    int end = Math.min(options.orders(), first + ORDERS_PER_BATCH);
    for (int number = first; number < end; number++) {
      int sequence = 0;
      for (OrderEvent event : made.order(number)) {
        String source = event.orderId().value();
        batch.add(
            new Recorded(
                event,
                source,
                sequence,
                event.occurredAt(),
                "system:load",
                source + "/" + sequence++,
                null));
      }
    }
    return batch;
  }

  private void size() throws IOException {
    var answer =
        engine
            .getBean(RestClient.class)
            .performRequest(new Request("GET", "/antar-orders/_stats/store"));
    Matcher bytes =
        BYTES.matcher(
            new String(answer.getEntity().getContent().readAllBytes(), StandardCharsets.UTF_8));
    if (bytes.find()) {
      say("Index: %.0f MB.", Long.parseLong(bytes.group(1)) / 1e6);
    }
  }

  /// Every question is sent when it is due, whether or not the ones before are answered.
  private Asked ask(int seconds, long seed) {
    var asked = new Asked();
    var questions = new Questions(seed);
    Questions.Kind[] kinds = Questions.Kind.values();
    int count = (int) (seconds * options.rate());
    long start = System.nanoTime();
    List<CompletableFuture<?>> open = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      long due = start + (long) (i / options.rate() * 1e9);
      sleepUntil(due);
      Questions.Kind kind = kinds[i % kinds.length];
      open.add(find(questions.of(kind)).handle((_, failure) -> note(asked, kind, due, failure)));
    }
    CompletableFuture.allOf(open.toArray(CompletableFuture[]::new)).join();
    return asked;
  }

  private static boolean note(
      Asked asked, Questions.Kind kind, long due, @Nullable Throwable failure) {
    if (failure == null) {
      asked.answered(kind, System.nanoTime() - due);
    } else {
      asked.failed();
    }
    return failure == null;
  }

  private static void sleepUntil(long nanos) {
    for (long left = nanos - System.nanoTime(); left > 0; left = nanos - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  private int told(Asked asked) {
    say("  %-24s %8s %8s %8s %8s", "milliseconds", "asked", "p50", "p99", "most");
    List<Asked.Row> rows = asked.rows();
    rows.forEach(row -> say("%s", row));
    long failed = asked.failures();
    boolean held = failed == 0 && rows.getLast().p99() <= LIMIT_MILLIS;
    say(
        "%d failed; p99 of all is to be at most %.0f ms: %s.",
        failed, LIMIT_MILLIS, held ? "held" : "NOT HELD");
    return held ? 0 : 1;
  }

  private void say(String format, Object... values) {
    out.println(String.format(Locale.ROOT, format, values));
  }
}
