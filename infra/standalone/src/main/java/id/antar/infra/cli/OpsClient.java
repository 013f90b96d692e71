package id.antar.infra.cli;

import static java.net.http.HttpResponse.BodyHandlers.ofInputStream;
import static java.net.http.HttpResponse.BodyHandlers.ofString;
import static java.nio.charset.StandardCharsets.UTF_8;

import id.antar.infra.work.WorkFolder;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Starts one piece of long work over HTTP and watches it to its end.
final class OpsClient {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final long PAUSE_MILLIS = 300;

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI engine;
  private final String token;
  private final boolean terminal = System.console() != null && System.console().isTerminal();

  OpsClient(URI engine, String token) {
    this.engine = engine;
    this.token = token;
  }

  static String operatorToken(WorkFolder work) {
    String tokens = work.find("tokens.json");
    if (tokens == null) {
      throw new IllegalStateException("There is no tokens.json in " + work.root() + ".");
    }
    return JSON.readTree(tokens).path("operator").asString();
  }

  /// @return whether it succeeded
  boolean run(OpsRequest request) throws IOException, InterruptedException {
    return report(await(request));
  }

  /// @param file for what the job leaves; empty if it succeeds and leaves nothing, gone if it fails
  ///   and leaves nothing
  boolean run(OpsRequest request, Path file) throws IOException, InterruptedException {
    JsonNode job = await(request);
    boolean succeeded = report(job);
    if (job.path("result").isObject()) {
      keep(resultOf(job), file);
    } else if (succeeded) {
      Files.write(file, new byte[0]);
    } else {
      boolean _ = Files.deleteIfExists(file);
    }
    return succeeded;
  }

  private void keep(String result, Path file) throws IOException, InterruptedException {
    HttpResponse<InputStream> answer = http.send(to(result).build(), ofInputStream());
    try (InputStream body = answer.body()) {
      if (answer.statusCode() != 200) {
        throw refused(answer, new String(body.readAllBytes(), UTF_8));
      }
      long _ = Files.copy(body, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static IOException refused(HttpResponse<?> answer, String body) {
    return new IOException(answer.uri() + " answered " + answer.statusCode() + ": " + body);
  }

  /// The job as it ended.
  JsonNode await(OpsRequest request) throws IOException, InterruptedException {
    System.out.println(request.what() + " …");
    String job = post(request.path(), request.body(), 202).path("jobId").asString();
    JsonNode state = job(job);
    while (state.path("state").asString().equalsIgnoreCase("running")) {
      progress(state);
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
      state = job(job);
    }
    return state;
  }

  /// What a job that has succeeded has left.
  JsonNode result(JsonNode job) throws IOException, InterruptedException {
    return get(resultOf(job));
  }

  private static String resultOf(JsonNode job) {
    return "/v1/ops/jobs/" + job.path("jobId").asString() + "/result";
  }

  JsonNode get(String path) throws IOException, InterruptedException {
    return send(to(path).GET().build(), 200);
  }

  /// A body of one field.
  void post(String path, String field, String value, int expected)
      throws IOException, InterruptedException {
    var _ = post(path, JSON.createObjectNode().put(field, value).toString(), expected);
  }

  /// @param body JSON, or empty for none
  void send(String method, String path, String body) throws IOException, InterruptedException {
    var request =
        to(path)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    var _ = send(request.build(), 200);
  }

  private JsonNode post(String path, String body, int expected)
      throws IOException, InterruptedException {
    var post =
        to(path)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .POST(BodyPublishers.ofString(body));
    return send(post.build(), expected);
  }

  private JsonNode job(String id) throws IOException, InterruptedException {
    return get("/v1/ops/jobs/" + id);
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(engine.resolve(path))
        .timeout(Duration.ofSeconds(30))
        .header("Authorization", "Bearer " + token);
  }

  private JsonNode send(HttpRequest request, int expected)
      throws IOException, InterruptedException {
    HttpResponse<String> answer = http.send(request, ofString());
    if (answer.statusCode() != expected) {
      throw refused(answer, answer.body());
    }
    return JSON.readTree(answer.body());
  }

  private void progress(JsonNode state) {
    if (terminal) {
      System.out.print("\r  " + count(state) + "   ");
      System.out.flush();
    }
  }

  private static String count(JsonNode state) {
    long total = state.path("total").asLong();
    return state.path("done").asLong() + (total > 0 ? " of " + total : "");
  }

  private boolean report(JsonNode state) {
    boolean succeeded = state.path("state").asString().equalsIgnoreCase("succeeded");
    System.out.println((terminal ? "\r" : "") + "  " + count(state) + "   ");
    state.path("summary").forEach(line -> System.out.println("  " + line.asString()));
    if (state.path("result").isObject()) {
      System.out.println("  result: " + engine.resolve(resultOf(state)));
    }
    state.path("findings").forEach(line -> System.out.println("  ! " + line.asString()));
    System.out.println(succeeded ? "All is as it should be." : "Not as it should be.");
    return succeeded;
  }
}
