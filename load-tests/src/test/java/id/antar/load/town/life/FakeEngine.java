package id.antar.load.town.life;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import id.antar.load.client.Actor;
import id.antar.load.client.Api;
import id.antar.load.client.AssignmentView.StopView;
import id.antar.load.client.Door;
import id.antar.load.client.Door.ClockReading;
import id.antar.load.client.EngineGate;
import id.antar.load.client.Incidents;
import id.antar.load.client.Json;
import id.antar.load.client.Latencies;
import id.antar.load.client.PaymentView;
import id.antar.load.client.Point;
import id.antar.load.client.Streams;
import id.antar.load.client.Tokens;
import id.antar.load.town.mishap.Chronicle;
import id.antar.load.town.mishap.Script;
import id.antar.load.town.world.Dice;
import id.antar.load.town.world.StreetMap;
import id.antar.load.town.world.TownClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// As much of an engine as one courier and one kitchen need: one assignment, whose stops are done
/// as the courier says so, on a map where every way takes five minutes. It has no streams.
final class FakeEngine implements AutoCloseable {

  static final Instant TEN = Instant.parse("2026-11-21T10:00:00Z");

  /// Half an hour of town time is half a second.
  private static final double SPEED = 3600;

  final Incidents incidents = new Incidents();
  final List<String> heard = Collections.synchronizedList(new ArrayList<>());
  final List<String> bodies = Collections.synchronizedList(new ArrayList<>());
  final List<StopView> stops = Collections.synchronizedList(new ArrayList<>());
  volatile String state = "accepted";
  volatile String stage = "ready";
  volatile boolean knowsBreakdowns = true;

  /// Of order o1.
  volatile @Nullable PaymentView payment;

  volatile List<Map<String, Object>> messages = List.of();
  volatile Runnable onRoute = () -> {};
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  FakeEngine() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  World world(Path folder, Script script, Chronicle chronicle) throws Exception {
    Path tokens = Files.writeString(folder.resolve("tokens.json"), "{\"admin\":\"root\"}");
    Door door = new Door(URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
    EngineGate gate =
        new EngineGate(
            () -> door.findClock().isPresent(),
            new NoWatcher(),
            Duration.ofSeconds(5),
            Duration.ofMillis(20));
    Api api = new Api(door, new Tokens(tokens), gate, new Latencies(), incidents);
    TownClock clock = new TownClock();
    clock.set(new ClockReading(TEN, SPEED, System.nanoTime(), System.nanoTime()));
    StreetMap map = StreetMap.survey(api, Actor.operator("olga"), Dice.of(1, "map"));
    heard.clear();
    return new World(
        api,
        new Streams(door, api, gate, incidents),
        clock,
        map,
        new OrderBook(),
        new Tally(),
        new PositionTrace(),
        script,
        chronicle,
        incidents,
        new Errands(),
        Actor.operator("olga"),
        threads,
        1,
        "test",
        new AtomicLong());
  }

  /// Nothing of the order is left in the list.
  void withdraw(String orderId) {
    synchronized (stops) {
      stops.replaceAll(stop ->
          stop.orderId().equals(orderId)
              ? new StopView(stop.kind(), orderId, stop.point(), null, null, true)
              : stop);
    }
  }

  void stop(String kind, String orderId, Point point) {
    stops.add(new StopView(kind, orderId, point, null, null, false));
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    boolean posted = exchange.getRequestMethod().equals("POST");
    if (posted && !path.startsWith("/v1/auth")) {
      heard.add(path.substring("/v1/".length()));
      bodies.add(body);
    }
    Object answer =
        posted ? done(path) : read(path, String.valueOf(exchange.getRequestURI().getQuery()));
    int status = answer instanceof Problem problem ? problem.status() : 200;
    byte[] bytes = Json.write(answer).getBytes(UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private Object done(String path) {
    if (path.startsWith("/v1/auth")) {
      return Map.of("accessToken", "token");
    }
    if (path.endsWith("/breakdown")) {
      return knowsBreakdowns ? Map.of("accepted", true) : new Problem(404, "no-such-route");
    }
    if (path.endsWith("/messages")) {
      return Map.of("messageId", "said");
    }
    if (path.startsWith("/v1/assignments/") && !state.equals("accepted")) {
      return new Problem(409, "assignment-is-over");
    }
    String verb = path.replaceAll(".*/", "");
    String orderId = path.replaceAll(".*/orders/([^/]+)/.*", "$1");
    synchronized (stops) {
      stops.replaceAll(
          stop -> stop.kind().equals(verb) && stop.orderId().equals(orderId) ? asDone(stop) : stop);
    }
    return Map.of("accepted", true);
  }

  private static StopView asDone(StopView stop) {
    return new StopView(stop.kind(), stop.orderId(), stop.point(), TEN, TEN, false);
  }

  private Object read(String path, String query) {
    if (path.startsWith("/v1/clock")) {
      return Map.of("now", TEN, "speed", SPEED);
    }
    if (path.equals("/v1/map")) {
      return Map.of(
          "mapVersion",
          "fake",
          "attribution",
          "nobody",
          "southWest",
          new Point(43.7, 7.4),
          "northEast",
          new Point(43.8, 7.5),
          "vehicles",
          List.of("scooter"));
    }
    if (path.startsWith("/v1/map/nearest")) {
      return Map.of("covered", true, "snapped", new Point(43.75, 7.45), "distanceMetres", 0);
    }
    if (path.startsWith("/v1/map/route")) {
      onRoute.run();
      String[] ends = query.split("[=&]");
      return Map.of(
          "distanceMetres",
          1000,
          "durationSeconds",
          300,
          "points",
          List.of(point(ends[1]), point(ends[3])));
    }
    if (path.startsWith("/v1/assignments/")) {
      return Map.of(
          "assignmentId", "a1", "state", state, "stops", List.copyOf(stops), "expiresAt", TEN);
    }
    PaymentView paid = payment;
    if (path.endsWith("/payment") && paid != null) {
      return paid;
    }
    if (path.endsWith("/messages")) {
      return Map.of("messages", messages);
    }
    if (path.startsWith("/v1/orders/")) {
      return Map.of(
          "orderId", "o1", "merchantId", "m1", "status", "", "stage", stage, "placedAt", TEN);
    }
    return new Problem(404, "no-such-route");
  }

  private static Point point(String text) {
    String[] numbers = text.split(",");
    return new Point(Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1]));
  }

  private record Problem(int status, String code) {}

  private static final class NoWatcher implements EngineGate.Watcher {
    @Override
    public void gone() {}

    @Override
    public void back() {}

    @Override
    public void lost() {}
  }
}
