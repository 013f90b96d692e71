package id.antar.bench.history;

import id.antar.query.rebuild.ProjectionRebuild;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// How long an engine takes to say what an order was at a moment, over HTTP, one question after the
/// other: `antar bench asof` asks the engine that runs in a work folder about its latest orders,
/// `antar bench asof --events N` one of its own about orders of all its history. Each question is
/// about another order and another of its events, drawn with a seed; an answer must have the
/// position that was asked for.
public final class AsOfBench {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int WARM_UP = 500;
  private static final int QUESTIONS = 2_000;
  private static final String TIMELINE = "ordertimeline";

  private final HttpClient http = HttpClient.newHttpClient();
  private final String url;
  private final String token;

  private AsOfBench(Path work) throws IOException {
    this.url = JSON.readTree(Files.readString(work.resolve("engine.json"))).path("url").asString();
    JsonNode tokens = JSON.readTree(Files.readString(work.resolve("tokens.json")));
    this.token = tokens.path("analyst").asString();
  }

  private record Question(String order, long position) {}

  /// @param args a work folder, or options
  public static void main(String[] args) throws IOException, InterruptedException {
    if (args.length > 0 && args[0].startsWith("--")) {
      ofItsOwn(HistoryOptions.parse(1_000_000, args));
    } else {
      var bench = new AsOfBench(Path.of(args.length > 0 ? args[0] : ".antar"));
      bench.measure(bench.questions());
    }
  }

  private static void ofItsOwn(HistoryOptions options) throws IOException, InterruptedException {
    System.out.println(Machine.facts());
    try (var engine = HistoryEngine.start(options.work())) {
      System.out.println(MadeLog.fill(options, engine));
      engine.startAtHead("query." + TIMELINE);
      var progress = new Noting();
      engine.bean(ProjectionRebuild.class).renew(TIMELINE, progress);
      progress.lines().forEach(System.out::println);
      progress.requireNoFindings();
      new AsOfBench(options.work()).measure(anywhere(engine));
    } finally {
      options.deleteWork();
    }
  }

  /// Every so many events of the log, from its beginning on.
  private static List<Question> anywhere(HistoryEngine engine) {
    return JdbcClient.create(engine.bean("readingDataSource", DataSource.class))
        .sql(
            """
            SELECT SUBSTRING(aggregate_id, 7), global_index FROM domain_event
            WHERE aggregate_type = 'Order' AND global_index MOD ? = 0 ORDER BY global_index\
            """)
        .param(Math.max(1, engine.head() / 10_000))
        .query((row, _) -> new Question(row.getString(1), row.getLong(2)))
        .list();
  }

  private void measure(List<Question> possible) throws IOException, InterruptedException {
    if (possible.isEmpty()) {
      throw new IllegalStateException(
          "There are no orders to ask about. Maybe run ./antar demo before, or add --events N.");
    }
    var random = new Random(7);
    for (int i = 0; i < WARM_UP; i++) {
      var _ = millis(possible.get(random.nextInt(possible.size())));
    }
    double[] times = new double[QUESTIONS];
    for (int i = 0; i < times.length; i++) {
      times[i] = millis(possible.get(random.nextInt(possible.size())));
    }
    Arrays.sort(times);
    System.out.printf(
        Locale.ROOT,
        "%d questions about %d orders: p50 %.1f ms, p99 %.1f ms, longest %.1f ms (20)   load"
            + " %.1f%n",
        times.length,
        possible.stream().map(Question::order).distinct().count(),
        times[times.length / 2],
        times[times.length * 99 / 100],
        times[times.length - 1],
        Machine.load());
  }

  /// Every event of the latest orders' own is a moment to ask for.
  private List<Question> questions() throws IOException, InterruptedException {
    List<Question> found = new ArrayList<>();
    JsonNode events = ask("/v1/history/events?kind=order&order=newest_first&limit=1000");
    for (JsonNode event : events.path("events")) {
      found.add(new Question(event.path("id").asString(), event.path("position").asLong()));
    }
    return found;
  }

  private double millis(Question question) throws IOException, InterruptedException {
    long start = System.nanoTime();
    JsonNode answer =
        ask("/v1/history/order/" + question.order() + "?position=" + question.position());
    double millis = (System.nanoTime() - start) / 1e6;
    if (answer.path("position").asLong() != question.position()) {
      throw new IllegalStateException("Asked for " + question + ", told of " + answer);
    }
    return millis;
  }

  private JsonNode ask(String path) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(url + path))
            .header("Authorization", "Bearer " + token)
            .build();
    HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException(path + " answered " + answer.statusCode() + ": " + answer.body());
    }
    return JSON.readTree(answer.body());
  }
}
