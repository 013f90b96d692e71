package id.antar.load.client;

import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// One person's stream. When it breaks it is opened again with the same topics, each from where it
/// was, so that no fact is missed; its listener is told, because positions and ETAs are. Where
/// there are several gateways it goes on at the next one.
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

  /// What is refused for now is asked for some minutes.
  private static final int MOST_DELAYS = 600;

  private static final long REFUSAL_PAUSE_MILLIS = 250;
  private static final long RECONNECT_PAUSE_MILLIS = 250;
  private static final long HOP_PAUSE_MILLIS = 20;
  private static final long CATCHING_UP_PAUSE_MILLIS = 20;
  private static final Set<String> USELESS_CURSORS =
      Set.of("cursor-too-old", "unknown-cursor", "invalid-cursor");

  private static final Set<String> COMES_SOON =
      Set.of("unavailable", "cursor-too-old", "unknown-cursor", "invalid-cursor");

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

  /// Those to which the answer was no, though it may be another a moment later.
  private final Set<String> declined = ConcurrentHashMap.newKeySet();

  private final Map<String, Integer> refusals = new ConcurrentHashMap<>();
  private final Map<String, Told> told = new ConcurrentHashMap<>();

  /// What this connection was asked for: twice would be one time too many.
  private final Set<String> asked = new HashSet<>();

  private final ReentrantLock asking = new ReentrantLock();
  private volatile @Nullable Connection connection;
  private volatile @Nullable CountDownLatch cutUntil;
  private volatile boolean closed;

  /// How often it went on to the next gateway.
  private final AtomicInteger hops = new AtomicInteger();

  private volatile boolean moving;

  /// The keeper's: where it is, or was last.
  private Gateway at;

  /// Since when it has been without its topics against its will.
  private volatile @Nullable Break broken;

  /// @param outages how often the whole engine had been gone by then
  private record Break(long nanos, int outages) {}

  private @Nullable Thread keeper;

  /// The keeper's: whether the break was wanted, or due because a token's time was over.
  private boolean restored;

  private boolean renewed;
  private boolean moved;
  private int refusedInARow;
  private int failedInARow;

  StreamClient(Streams streams, Actor actor, Listener listener) {
    this.streams = streams;
    this.actor = actor;
    this.listener = listener;
    this.at = streams.door().pick(actor, 0);
  }

  void start() {
    keeper = Thread.ofVirtual().name("stream-" + actor).start(this::stayConnected);
  }

  public void subscribe(String topic) throws InterruptedException {
    if (topics.add(topic)) {
      Told begun = streams.log().begin(actor, topic);
      if (begun != null) {
        told.put(topic, begun);
      }
    }
    ask(topic);
  }

  /// Asks for it once a connection; where there is none, the next one does.
  private void ask(String topic) throws InterruptedException {
    asking.lockInterruptibly();
    try {
      if (connection != null && topics.contains(topic) && asked.add(topic)) {
        String cursor = cursors.get(topic);
        var _ =
            send(
                cursor == null
                    ? new TopicMessage("subscribe", topic)
                    : new ResumeMessage("subscribe", topic, cursor));
      }
    } finally {
      asking.unlock();
    }
  }

  /// Unless it was another connection that refused it: a new one asks for everything by itself.
  private void askAgain(String topic, @Nullable Connection refusing) throws InterruptedException {
    asking.lockInterruptibly();
    try {
      if (connection == refusing) {
        asked.remove(topic);
        ask(topic);
      }
    } finally {
      asking.unlock();
    }
  }

  public void unsubscribe(String topic) throws InterruptedException {
    asking.lockInterruptibly();
    try {
      topics.remove(topic);
      live.remove(topic);
      cursors.remove(topic);
      told.remove(topic);
      asked.remove(topic);
      var _ = send(new TopicMessage("unsubscribe", topic));
    } finally {
      asking.unlock();
    }
  }

  public boolean follows(String topic) {
    return topics.contains(topic);
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

  /// Leaves its gateway for the next one, with its cursors, as a phone does in another network.
  /// Where there is but one, it comes back there.
  public void move() {
    Connection open = connection;
    if (open != null && !moving) {
      moving = true;
      var _ = hops.getAndIncrement();
      open.socket().cut(open.webSocket());
      forgetAnswers();
    }
  }

  /// Whether it hears all that it wants to; one that was cut wants nothing.
  public boolean isWhole() {
    return cutUntil != null || (connection != null && isAnswered());
  }

  private boolean isAnswered() {
    return topics.stream().allMatch(topic -> live.contains(topic) || declined.contains(topic));
  }

  /// Comes back with its cursors, so that it knows all that had happened when this was called.
  ///
  /// @return whether it does, or is cut off and need not
  public boolean catchUp(Duration patience) throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    move();
    while (!isWhole() || moving) {
      if (System.nanoTime() > deadline) {
        return cutUntil != null;
      }
      TimeUnit.MILLISECONDS.sleep(CATCHING_UP_PAUSE_MILLIS);
    }
    return true;
  }

  @Override
  public String toString() {
    return actor + " following " + topics;
  }

  @Override
  public void close() {
    closed = true;
    streams.closed(this);
    Connection open = connection;
    if (open != null) {
      open.socket().cut(open.webSocket());
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
          ended(open.socket());
        }
        failedInARow = open == null ? failedInARow + 1 : 0;
        if (!closed && cutUntil == null && !isWanted(open)) {
          pause();
        }
      }
    } catch (InterruptedException | EngineLostException _) {
      connection = null;
    }
  }

  private boolean isWanted(@Nullable Connection ended) {
    return ended != null && (renewed || moved);
  }

  /// With another gateway to go to there is little to wait for.
  private void pause() throws InterruptedException {
    if (streams.canMove() && failedInARow < streams.door().size()) {
      TimeUnit.MILLISECONDS.sleep(HOP_PAUSE_MILLIS);
    } else {
      var _ = streams.gate().doubt();
      TimeUnit.MILLISECONDS.sleep(RECONNECT_PAUSE_MILLIS);
    }
  }

  private void ended(Socket socket) {
    moved = moving;
    renewed = !moved && socket.isTokenOver();
    forgetAnswers();
    if (!moved && !renewed && !closed && cutUntil == null) {
      broke(socket);
    }
  }

  private void broke(Socket socket) {
    streams.log().countBreak(socket.isSentAway());
    if (broken == null) {
      broken = new Break(System.nanoTime(), streams.gate().outages());
    }
    if (socket.isGatewayGone()) {
      at.shun();
      var _ = hops.getAndIncrement();
    }
  }

  private void forgetAnswers() {
    live.clear();
    declined.clear();
  }

  private void awaitRestored() throws InterruptedException {
    CountDownLatch latch = cutUntil;
    if (latch != null) {
      broken = null;
      latch.await();
      restored = true;
    }
  }

  private @Nullable Connection connect() throws InterruptedException {
    int outages = streams.gate().outages();
    forgetAnswers();
    String token = streams.api().tokenOf(actor);
    Socket socket = new Socket(this::receive);
    Gateway gateway = streams.door().pick(actor, hops.get());
    at = gateway;
    try {
      WebSocket webSocket =
          streams
              .door()
              .client()
              .newWebSocketBuilder()
              .connectTimeout(CONNECT)
              .header("Authorization", "Bearer " + token)
              .buildAsync(gateway.webSocket("/v1/stream"), socket)
              .get(CONNECT.toSeconds() * 2, TimeUnit.SECONDS);
      refusedInARow = 0;
      gateway.excuse();
      return new Connection(webSocket, socket);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof WebSocketHandshakeException refused) {
        refused(refused.getResponse().statusCode(), token, outages);
      } else {
        gateway.shun();
      }
      var _ = hops.getAndIncrement();
      return null;
    } catch (java.util.concurrent.TimeoutException _) {
      var _ = hops.getAndIncrement();
      return null;
    }
  }

  /// A gateway that comes or goes says 503: the next one is asked. One that keeps saying it does
  /// neither.
  private void refused(int status, String token, int outages) {
    boolean unrest = streams.api().unrest().isOn();
    if (status == 503 && (streams.canMove() || unrest)) {
      unavailable(unrest);
      return;
    }
    actor.dropToken(token);
    boolean stale = status == 401 && ++refusedInARow == 1;
    if (!stale && !streams.gate().doubt() && streams.gate().outages() == outages) {
      streams.incidents().report("stream refused", actor + ": " + status);
    }
  }

  private void unavailable(boolean unrest) {
    if (unrest) {
      at.excuse();
    } else if (at.refuse().orElse(0) == MOST_REFUSALS + 1) {
      streams.incidents().report("a gateway opens no streams", at + " for " + actor);
    }
  }

  private void use(Connection open, boolean resumed) throws InterruptedException {
    opened(open);
    if (cutUntil != null || closed) {
      open.socket().cut(open.webSocket());
      return;
    }
    for (String topic : topics) {
      ask(topic);
    }
    noteBack();
    if (resumed) {
      if (renewed) {
        streams.countRenewal();
      } else if (moved) {
        streams.log().countMove();
      } else if (!restored) {
        streams.countReconnect();
      }
      restored = false;
      renewed = false;
      moved = false;
      listener.onResumed();
    }
    open.socket().awaitEnd(open.webSocket());
  }

  private void opened(Connection open) throws InterruptedException {
    asking.lockInterruptibly();
    try {
      asked.clear();
      connection = open;
      moving = false;
    } finally {
      asking.unlock();
    }
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
      live.remove(topic);
      if (USELESS_CURSORS.contains(String.valueOf(frame.code()))) {
        cursors.remove(topic);
      }
      boolean comes = COMES_SOON.contains(String.valueOf(frame.code()));
      int most = comes ? MOST_DELAYS : MOST_REFUSALS;
      if (!comes && topics.contains(topic)) {
        declined.add(topic);
        noteBack();
      }
      refused(topic, most, frame.code() + ": " + frame.detail());
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
    streams.log().hear(frame);
    if (frame.is("heartbeat") && cursor != null) {
      live.forEach(it -> keep(it, cursor, frame));
    } else if (topic != null && cursor != null && topics.contains(topic)) {
      keep(topic, cursor, frame);
    }
    if (frame.is("subscribed") && topic != null) {
      refusals.remove(topic);
      declined.remove(topic);
      live.add(topic);
      noteBack();
    }
  }

  private void keep(String topic, String cursor, Frame frame) {
    cursors.put(topic, cursor);
    Told teller = told.get(topic);
    if (teller != null) {
      teller.hear(frame);
    }
  }

  private void noteBack() {
    Break since = broken;
    if (since != null && isAnswered()) {
      broken = null;
      streams
          .log()
          .countBack(
              System.nanoTime() - since.nanos(), streams.gate().outages() != since.outages());
    }
  }

  /// What one may not follow yet one may follow a moment later: the engine's views trail its
  /// events.
  private void refused(String topic, int most, String why) {
    if (!topics.contains(topic)) {
      return;
    }
    if (refusals.merge(topic, 1, Integer::sum) > most) {
      topics.remove(topic);
      listener.onRefused(topic, why);
      return;
    }
    Connection refusing = connection;
    Thread.ofVirtual()
        .start(() -> {
          try {
            TimeUnit.MILLISECONDS.sleep(REFUSAL_PAUSE_MILLIS);
            if (topics.contains(topic)) {
              askAgain(topic, refusing);
            }
          } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
          }
        });
  }
}
