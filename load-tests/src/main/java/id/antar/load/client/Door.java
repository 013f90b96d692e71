package id.antar.load.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import tools.jackson.core.JacksonException;

/// Where the engine is, and what anybody may read there. With several gateways everybody has one
/// that is home to them, and the next ones to turn to.
public final class Door {

  private static final Duration IMPATIENCE = Duration.ofSeconds(5);

  private final List<Gateway> gateways;
  private final HttpClient client;

  public Door(URI base) {
    this(List.of(base));
  }

  public Door(List<URI> bases) {
    if (bases.isEmpty()) {
      throw new IllegalArgumentException("An engine has at least one address.");
    }
    this.gateways = bases.stream().map(Gateway::new).toList();
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
    return gateways.getFirst().base();
  }

  /// How many gateways there are.
  public int size() {
    return gateways.size();
  }

  boolean isAlone() {
    return gateways.size() == 1;
  }

  HttpClient client() {
    return client;
  }

  /// Where somebody turns to.
  ///
  /// @param hops how often they were sent away before, or went by themselves
  Gateway pick(Actor actor, int hops) {
    int first = actor.home() + hops;
    return IntStream.range(0, gateways.size())
        .mapToObj(i -> at(first + i))
        .filter(gateway -> !gateway.isShunned())
        .findFirst()
        .orElseGet(() -> at(first));
  }

  private Gateway at(int number) {
    return gateways.get(Math.floorMod(number, gateways.size()));
  }

  public Optional<ClockReading> findClock() {
    for (Gateway gateway : byHope()) {
      long asked = System.nanoTime();
      Optional<ClockReading> reading =
          findText(gateway, "/v1/clock")
              .map(text -> Json.read(text, ClockView.class))
              .map(view -> new ClockReading(view.now(), view.speed(), asked, System.nanoTime()));
      if (reading.isPresent()) {
        return reading;
      }
    }
    return Optional.empty();
  }

  /// A public text, unless the engine cannot give it now.
  public Optional<String> findText(String path) {
    return byHope().stream().flatMap(gateway -> findText(gateway, path).stream()).findFirst();
  }

  /// The texts of all gateways that can give theirs now.
  public List<String> listTexts(String path) {
    return gateways.stream().flatMap(gateway -> findText(gateway, path).stream()).toList();
  }

  /// Those first that were not found silent a moment ago.
  private List<Gateway> byHope() {
    List<Gateway> order = new ArrayList<>(gateways);
    order.sort((one, other) -> Boolean.compare(one.isShunned(), other.isShunned()));
    return order;
  }

  private Optional<String> findText(Gateway gateway, String path) {
    try {
      var request = HttpRequest.newBuilder(gateway.http(path)).timeout(IMPATIENCE).build();
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
