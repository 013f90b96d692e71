package id.antar.load.client;

import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// One person's stream. When it breaks it is opened again with the same topics, each from where it
/// was, so that no fact is missed; its listener is told, because positions and ETAs are.
public final class StreamClient implements AutoCloseable {

  /// Called from the stream's thread: must not wait for anything.
  public interface Listener {
    void onFrame(Frame frame);

    /// The stream was broken and is open again.
    default void onResumed() {}

    /// The engine keeps refusing a topic.
    default void onRefused(String topic, String why) {}
  }

  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final int MOST_REFUSALS = 30;
  private static final long REFUSAL_PAUSE_MILLIS = 250;
  private static final long RECONNECT_PAUSE_MILLIS = 250;
  private static final Set<String> USELESS_CURSORS =
      Set.of("cursor-too-old", "unknown-cursor", "invalid-cursor");

  private record Connection(WebSocket webSocket, Socket socket) {}

  private record TopicMessage(String type, String topic) {}

  private record ResumeMessage(String type, String topic, String resume) {}

  private final Streams streams;
  private final Actor actor;
  private final Listener listener;
  private final Set<String> topics = ConcurrentHashMap.newKeySet();

  /// Where each topic is, and those for which a heartbeat counts.
  private final Map<String, String> cursors = new ConcurrentHashMap<>();

  private final Set<String> live = ConcurrentHashMap.newKeySet();
  private final Map<String, Integer> refusals = new ConcurrentHashMap<>();
  private volatile @Nullable Connection connection;
  private volatile @Nullable CountDownLatch cutUntil;
  private volatile boolean closed;
  private @Nullable Thread keeper;

  /// The keeper's: whether the break was wanted, or due because a token's time was over.
  private boolean restored;

  private boolean renewed;
  private int refusedInARow;

  StreamClient(Streams streams, Actor actor, Listener listener) {
    this.streams = streams;
    this.actor = actor;
    this.listener = listener;
  }

  void start() {
    keeper = Thread.ofVirtual().name("stream-" + actor).start(this::stayConnected);
  }

  public void subscribe(String topic) throws InterruptedException {
    topics.add(topic);
    ask(topic);
  }

  private void ask(String topic) throws InterruptedException {
    String cursor = cursors.get(topic);
    var _ =
        send(
            cursor == null
                ? new TopicMessage("subscribe", topic)
                : new ResumeMessage("subscribe", topic, cursor));
  }

  public void unsubscribe(String topic) throws InterruptedException {
    topics.remove(topic);
    live.remove(topic);
    cursors.remove(topic);
    var _ = send(new TopicMessage("unsubscribe", topic));
  }

  public boolean isOpen() {
    return connection != null;
  }

  /// Sends it if the stream is open at this moment; nothing is kept for later.
  ///
  /// @return whether it went out
  public boolean send(Object message) throws InterruptedException {
    Connection open = connection;
    return open != null && open.socket().send(open.webSocket(), Json.write(message));
  }

  /// Breaks the connection and leaves it so until it is restored. What is sent meanwhile is lost.
  public void cut() {
    cutUntil = new CountDownLatch(1);
    Connection open = connection;
    if (open != null) {
      open.socket().cut(open.webSocket());
    }
  }

  /// Opens it again, with the same topics.
  public void restore() {
    CountDownLatch latch = cutUntil;
    if (latch != null) {
      cutUntil = null;
      latch.countDown();
    }
  }

  @Override
  public void close() {
    closed = true;
    Connection open = connection;
    if (open != null) {
      open.webSocket().abort();
    }
    if (keeper != null) {
      keeper.interrupt();
    }
  }

  private void stayConnected() {
    boolean resumed = false;
    try {
      while (!closed) {
        awaitRestored();
        streams.gate().awaitUp();
        Connection open = connect();
        if (open != null) {
          use(open, resumed);
          resumed = true;
          connection = null;
          renewed = open.socket().isTokenOver();
        }
        boolean atOnce = open != null && renewed;
        if (!closed && cutUntil == null && !atOnce) {
          var _ = streams.gate().doubt();
          TimeUnit.MILLISECONDS.sleep(RECONNECT_PAUSE_MILLIS);
        }
      }
    } catch (InterruptedException | EngineLostException _) {
      connection = null;
    }
  }

  private void awaitRestored() throws InterruptedException {
    CountDownLatch latch = cutUntil;
    if (latch != null) {
      latch.await();
      restored = true;
    }
  }

  private @Nullable Connection connect() throws InterruptedException {
    int outages = streams.gate().outages();
    live.clear();
    String token = streams.api().tokenOf(actor);
    Socket socket = new Socket(this::receive);
    try {
      WebSocket webSocket =
          streams
              .door()
              .client()
              .newWebSocketBuilder()
              .connectTimeout(CONNECT)
              .header("Authorization", "Bearer " + token)
              .buildAsync(streams.door().webSocket("/v1/stream"), socket)
              .get(CONNECT.toSeconds() * 2, TimeUnit.SECONDS);
      refusedInARow = 0;
      return new Connection(webSocket, socket);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof WebSocketHandshakeException refused) {
        actor.dropToken(token);
        boolean stale = refused.getResponse().statusCode() == 401 && ++refusedInARow == 1;
        if (!stale && !streams.gate().doubt() && streams.gate().outages() == outages) {
          streams
              .incidents()
              .report("stream refused", actor + ": " + refused.getResponse().statusCode());
        }
      }
      return null;
    } catch (java.util.concurrent.TimeoutException _) {
      return null;
    }
  }

  private void use(Connection open, boolean resumed) throws InterruptedException {
    connection = open;
    if (cutUntil != null) {
      open.socket().cut(open.webSocket());
      return;
    }
    for (String topic : topics) {
      ask(topic);
    }
    if (resumed) {
      if (renewed) {
        streams.countRenewal();
      } else if (!restored) {
        streams.countReconnect();
      }
      restored = false;
      renewed = false;
      listener.onResumed();
    }
    open.socket().awaitEnd(open.webSocket());
  }

  private void receive(String text) {
    Frame frame;
    try {
      frame = Json.read(text, Frame.class);
    } catch (JacksonException e) {
      streams.incidents().report("frame not understood", text + " (" + e.getMessage() + ")");
      return;
    }
    String topic = frame.topic();
    if (frame.is("problem") && topic != null) {
      if (USELESS_CURSORS.contains(String.valueOf(frame.code()))) {
        cursors.remove(topic);
      }
      refused(topic, frame.code() + ": " + frame.detail());
    } else if (frame.is("problem")) {
      streams.incidents().report("stream problem " + frame.code(), actor + ": " + frame.detail());
    } else {
      remember(frame);
      listener.onFrame(frame);
    }
  }

  private void remember(Frame frame) {
    String topic = frame.topic();
    String cursor = frame.cursor();
    if (frame.is("subscribed") && topic != null) {
      refusals.remove(topic);
      live.add(topic);
    }
    if (frame.is("heartbeat") && cursor != null) {
      live.forEach(it -> cursors.put(it, cursor));
    } else if (topic != null && cursor != null && topics.contains(topic)) {
      cursors.put(topic, cursor);
    }
  }

  /// What one may not follow yet one may follow a moment later: the engine's views trail its
  /// events.
  private void refused(String topic, String why) {
    if (!topics.contains(topic)) {
      return;
    }
    if (refusals.merge(topic, 1, Integer::sum) > MOST_REFUSALS) {
      topics.remove(topic);
      listener.onRefused(topic, why);
      return;
    }
    Thread.ofVirtual()
        .start(() -> {
          try {
            TimeUnit.MILLISECONDS.sleep(REFUSAL_PAUSE_MILLIS);
            if (topics.contains(topic)) {
              ask(topic);
            }
          } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
          }
        });
  }
}
