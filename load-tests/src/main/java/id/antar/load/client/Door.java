package id.antar.load.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import tools.jackson.core.JacksonException;

/// Where the engine is, and what anybody may read there.
public final class Door {

  private static final Duration IMPATIENCE = Duration.ofSeconds(5);

  private final URI base;
  private final HttpClient client;

  public Door(URI base) {
    this.base = base;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(IMPATIENCE)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
  }

  /// The engine's clock, with the monotonic times between which it was read.
  public record ClockReading(Instant now, double speed, long askedNanos, long answeredNanos) {}

  private record ClockView(Instant now, double speed) {}

  public URI base() {
    return base;
  }

  HttpClient client() {
    return client;
  }

  URI http(String path) {
    return base.resolve(path);
  }

  URI webSocket(String path) {
    String scheme = "https".equals(base.getScheme()) ? "wss" : "ws";
    return URI.create(scheme + "://" + base.getAuthority() + path);
  }

  public Optional<ClockReading> findClock() {
    long asked = System.nanoTime();
    return findText("/v1/clock")
        .map(text -> Json.read(text, ClockView.class))
        .map(view -> new ClockReading(view.now(), view.speed(), asked, System.nanoTime()));
  }

  /// A public text, unless the engine cannot give it now.
  public Optional<String> findText(String path) {
    try {
      var request = HttpRequest.newBuilder(http(path)).timeout(IMPATIENCE).build();
      var response = client.send(request, BodyHandlers.ofString());
      return response.statusCode() == 200 ? Optional.of(response.body()) : Optional.empty();
    } catch (IOException | JacksonException _) {
      return Optional.empty();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
