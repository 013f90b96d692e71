package id.antar.infra.engine;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Somebody who follows topics over lines that tear, and goes on each time where they were.
final class Follower {
  private static final JsonMapper JSON = JsonMapper.shared();

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /// What was heard of one topic.
  static final class Heard {
    final String topic;
    final List<String> facts = new ArrayList<>();
    @Nullable String base;
    @Nullable String cursor;
    private boolean live;

    Heard(String topic) {
      this.topic = topic;
    }

    boolean isLive() {
      return live;
    }
  }

  private final int port;
  private final String token;
  private final boolean byEvents;
  private final Map<String, Heard> topics = new LinkedHashMap<>();
  private final List<String> complaints = new ArrayList<>();

  /// @param byEvents server-sent events, of one order
  Follower(int port, String token, boolean byEvents, List<String> topics) {
    this.port = port;
    this.token = token;
    this.byEvents = byEvents;
    topics.forEach(topic -> this.topics.put(topic, new Heard(topic)));
  }

  List<Heard> heard() {
    return List.copyOf(topics.values());
  }

  List<String> complaints() {
    return complaints;
  }

  /// Tears the line before anybody has answered.
  void dial() throws IOException {
    line().close();
  }

  /// Listens for a while after the line is open, then tears it.
  void listen(Duration life) throws IOException {
    listen(life, false);
  }

  /// Listens until everything is live.
  ///
  /// @return whether it came to that
  boolean catchUp(Duration patience) throws IOException {
    return listen(patience, true);
  }

  private boolean listen(Duration life, boolean untilLive) throws IOException {
    topics.values().forEach(heard -> heard.live = false);
    try (StreamLine line = line()) {
      line.expire(PATIENCE);
      int status = line.open();
      long end = System.nanoTime() + life.toNanos();
      if (status != 101 && status != 200) {
        complain(status == 404 || status == 503 ? null : "answered with " + status);
        return false;
      }
      if (!byEvents) {
        for (Heard heard : topics.values()) {
          line.send(subscription(heard));
        }
      }
      while (!(untilLive && topics.values().stream().allMatch(Heard::isLive))) {
        line.expire(Duration.ofNanos(end - System.nanoTime()));
        take(line.next());
        if (System.nanoTime() > end) {
          return false;
        }
      }
      return true;
    } catch (SocketTimeoutException _) {
      return false;
    }
  }

  private StreamLine line() throws IOException {
    if (!byEvents) {
      return StreamLine.webSocket(port, token);
    }
    Heard heard = topics.values().iterator().next();
    String path = "/v1/orders/%s/stream?access_token=%s".formatted(heard.topic.substring(6), token);
    return StreamLine.events(port, path, heard.cursor);
  }

  private static String subscription(Heard heard) {
    String resume = heard.cursor == null ? "" : ",\"resume\":\"" + heard.cursor + "\"";
    return "{\"type\":\"subscribe\",\"topic\":\"%s\"%s}".formatted(heard.topic, resume);
  }

  private void take(StreamLine.Message message) {
    JsonNode frame = JSON.readTree(message.json());
    String type = frame.path("type").asString();
    String cursor = byEvents ? message.id() : frame.path("cursor").asString(null);
    if (type.equals("heartbeat")) {
      topics.values().stream().filter(Heard::isLive).forEach(heard -> goOn(heard, cursor));
      return;
    }
    Heard heard = topics.get(frame.path("topic").asString(""));
    if (type.equals("problem")) {
      complain(isForgiven(frame) ? null : message.json());
    } else if (heard != null && cursor != null) {
      take(frame, type, heard);
      goOn(heard, cursor);
    }
  }

  private static void goOn(Heard heard, @Nullable String cursor) {
    if (cursor != null) {
      heard.cursor = cursor;
      heard.base = Objects.requireNonNullElse(heard.base, cursor);
    }
  }

  private static void take(JsonNode frame, String type, Heard heard) {
    if (type.equals("subscribed")) {
      heard.live = true;
    } else if (!frame.path("event").asString("").equals("Snapshot")) {
      heard.facts.add(keyOf(frame, type));
    }
  }

  /// What tells a fact from all others.
  private static String keyOf(JsonNode frame, String type) {
    String about = type.equals("order") ? "orderId" : "assignmentId";
    String what = type.equals("alert") ? "alert" : "event";
    if (type.equals("alert") && frame.has("orderId")) {
      about = "orderId";
    }
    return key(
        frame.path(what).asString(),
        frame.path(about).asString(),
        Instant.parse(frame.path("recordedAt").asString()));
  }

  static String key(String what, String about, Instant recordedAt) {
    return what + " " + about + " " + recordedAt;
  }

  /// Views trail the facts, and a busy engine may ask for patience.
  private static boolean isForgiven(JsonNode frame) {
    String code = frame.path("code").asString();
    return code.equals("unknown-order") || code.equals("unavailable");
  }

  private void complain(@Nullable String what) {
    if (what != null) {
      complaints.add(what);
    }
  }
}
