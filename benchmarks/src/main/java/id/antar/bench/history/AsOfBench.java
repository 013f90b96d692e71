package id.antar.bench.history;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// How long a running engine takes to say what an order was at a moment, over HTTP, one question
/// after the other: `java -cp … id.antar.bench.history.AsOfBench [FOLDER] [QUESTIONS]`, where the
/// folder is the engine's work folder. Each question is about another order and another of its
/// events, drawn with a seed; an answer must have the position that was asked for.
public final class AsOfBench {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int WARM_UP = 500;

  private final HttpClient http = HttpClient.newHttpClient();
  private final String url;
  private final String token;

  private AsOfBench(Path work) throws IOException {
    this.url = JSON.readTree(Files.readString(work.resolve("engine.json"))).path("url").asString();
    JsonNode tokens = JSON.readTree(Files.readString(work.resolve("tokens.json")));
    this.token = tokens.path("analyst").asString();
  }

  private record Question(String order, long position) {}

  public static void main(String[] args) throws IOException, InterruptedException {
    var bench = new AsOfBench(Path.of(args.length > 0 ? args[0] : ".antar"));
    int count = args.length > 1 ? Integer.parseInt(args[1]) : 2_000;
    List<Question> possible = bench.questions();
    var random = new Random(7);
    for (int i = 0; i < WARM_UP; i++) {
      var _ = bench.millis(possible.get(random.nextInt(possible.size())));
    }
    double[] times = new double[count];
    for (int i = 0; i < count; i++) {
      times[i] = bench.millis(possible.get(random.nextInt(possible.size())));
    }
    Arrays.sort(times);
    System.out.printf(
        Locale.ROOT,
        "%d questions about %d orders: p50 %.1f ms, p99 %.1f ms, longest %.1f ms%n",
        count,
        possible.stream().map(Question::order).distinct().count(),
        times[count / 2],
        times[count * 99 / 100],
        times[count - 1]);
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
    return JSON.readTree(http.send(request, BodyHandlers.ofString()).body());
  }
}
