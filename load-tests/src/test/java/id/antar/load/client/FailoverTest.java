package id.antar.load.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Two gateways of one log: what a client asks of the one, the other goes on with.
@Timeout(60)
class FailoverTest {

  private static final Pattern RESUME = Pattern.compile("\"resume\":\"(\\d+)\"");

  /// The facts of the order, at 1, 2 and so on, as both gateways tell them.
  private final List<String> facts = Collections.synchronizedList(new ArrayList<>());

  /// What a gateway says first to a `subscribe` to a topic, if not what it always does; nothing if
  /// that is empty.
  private final Map<String, List<String>> replies = new ConcurrentHashMap<>();

  private final FakeGateway one = new FakeGateway(this::reply);
  private final FakeGateway two = new FakeGateway(this::reply);
  private final Incidents incidents = new Incidents();
  private final StreamLog log = new StreamLog(true);
  private final Unrest unrest = new Unrest();
  private final Door door = new Door(List.of(one.url(), two.url()));
  private final List<Frame> frames = Collections.synchronizedList(new ArrayList<>());
  private final EngineGate gate =
      new EngineGate(
          () -> door.findClock().isPresent(),
          new EngineGate.Watcher() {},
          Duration.ofSeconds(20),
          Duration.ofMillis(20));
  @TempDir private Path folder;
  private Actor ada = Actor.customer("ada");
  private Api api;
  private Streams streams;

  @BeforeEach
  void settle() throws IOException {
    Path tokens = Files.writeString(folder.resolve("tokens.json"), "{\"admin\":\"root\"}");
    api = new Api(door, new Tokens(tokens), gate, new Latencies(), incidents, unrest);
    streams = new Streams(door, api, gate, incidents, log);
    ada = livingAt(one);
  }

  @AfterEach
  void leave() {
    one.close();
    two.close();
  }

  @Test
  void everybodyHasAHomeAndBothGatewaysHavePeople() {
    List<Gateway> homes =
        IntStream.range(0, 100)
            .mapToObj(i -> door.pick(Actor.customer("customer-" + i), 0))
            .toList();

    assertThat(homes).extracting(Gateway::base).contains(one.url(), two.url());
    assertThat(door.pick(ada, 0)).isSameAs(door.pick(ada, 2)).isNotSameAs(door.pick(ada, 1));
  }

  @Test
  void aCallGoesToTheNextGatewayWithTheSameKeyWhenTheFirstIsGone() throws Exception {
    one.close();

    assertThat(api.call(placing("k1")).status()).isEqualTo(201);

    assertThat(two.keys).containsExactly("k1");
    assertThat(gate.outages()).isZero();
    assertThat(incidents.list()).isEmpty();
  }

  @Test
  void whoIsToldToComeBackLaterAsksTheNextGatewayAtOnce() throws Exception {
    one.status = 503;

    assertThat(api.call(placing("k1")).status()).isEqualTo(201);

    assertThat(one.keys).containsExactly("k1");
    assertThat(two.keys).containsExactly("k1");
    assertThat(incidents.list()).isEmpty();
  }

  @Test
  void theEngineIsGoneOnlyWhenNoGatewayAnswers() {
    one.close();
    assertThat(gate.doubt()).isFalse();

    two.close();
    assertThat(gate.doubt()).isTrue();
    assertThat(gate.outages()).isOne();
  }

  @Test
  void aStreamWhoseGatewayDiesGoesOnAtTheNextWithItsCursor() throws Exception {
    try (StreamClient stream = follow()) {
      tell();
      awaitFacts(1);
      facts.add("meanwhile");
      one.close();
      awaitFacts(2);
      tell();
      awaitFacts(3);

      assertThat(stream.isWhole()).isTrue();
      assertThat(two.heard).singleElement().asString().contains("\"resume\":\"1\"");
      assertThat(log.breaks()).isOne();
      assertThat(log.back().count()).isOne();
      assertThat(log.longestBack()).isPositive();
      assertThat(log.moves()).isZero();
      assertThat(incidents.list()).isEmpty();
    }
  }

  @Test
  void aStreamThatIsToldThatItsGatewayIsGoingLeavesItAtOnce() throws Exception {
    try (StreamClient stream = follow()) {
      tell();
      awaitFacts(1);
      one.refuses = true;
      one.lines.forEach(line -> line.close(1001));

      await().until(() -> !two.lines.isEmpty() && stream.isWhole());
      assertThat(two.heard).singleElement().asString().contains("\"resume\":\"1\"");
      assertThat(incidents.list()).isEmpty();
    }
  }

  @Test
  void aGatewayThatKeepsOpeningNoStreamsIsAnIncidentAndInUnrestItIsNot() throws Exception {
    one.refuses = true;
    two.refuses = true;
    unrest.begin();
    try (StreamClient stream = streams.open(ada, frames::add)) {
      stream.subscribe("order:o1");
      await().until(() -> one.refused.get() > 5 && two.refused.get() > 5);
      assertThat(incidents.list()).isEmpty();
      for (int i = 0; i < 4; i++) {
        var _ = streams.open(Actor.customer("bob-" + i), frames::add);
      }
      unrest.end();

      await().atMost(Duration.ofSeconds(50)).until(() -> !incidents.list().isEmpty());

      assertThat(incidents.list())
          .extracting(Incidents.Incident::what)
          .containsOnly("a gateway opens no streams");
      assertThat(one.refused.get() + two.refused.get()).isGreaterThan(35);
    } finally {
      streams.list().forEach(StreamClient::close);
    }
  }

  @Test
  void whatManyAreRefusedAtOnceIsOneTryAndAnOpenedStreamBeginsAnew() {
    AtomicLong nanos = new AtomicLong();
    Gateway gateway = new Gateway(one.url(), nanos::get);

    assertThat(gateway.refuse()).hasValue(1);
    assertThat(gateway.refuse()).isEmpty();
    nanos.addAndGet(Duration.ofSeconds(1).toNanos());
    assertThat(gateway.refuse()).hasValue(2);
    gateway.excuse();

    assertThat(gateway.refuse()).hasValue(1);
  }

  @Test
  void aStreamThatMovesMissesNothingAndIsNotBroken() throws Exception {
    try (StreamClient stream = follow()) {
      tell();
      awaitFacts(1);
      facts.add("meanwhile");
      stream.move();
      awaitFacts(2);

      await().untilAsserted(() -> assertThat(log.moves()).isOne());
      assertThat(log.breaks()).isZero();
      assertThat(told()).containsExactly("fact-1", "fact-2");
    }
  }

  @Test
  void whoCatchesUpHasHeardAllThereWas() throws Exception {
    try (StreamClient stream = follow()) {
      facts.add("untold");
      facts.add("untold, too");

      assertThat(stream.catchUp(Duration.ofSeconds(20))).isTrue();

      assertThat(told()).containsExactly("fact-1", "fact-2");
      assertThat(log.told().getFirst().to()).isEqualTo("2");
    }
  }

  @Test
  void aTopicIsAskedForOnceAConnection() throws Exception {
    try (StreamClient stream = follow()) {
      stream.subscribe("order:o1");
      stream.subscribe("order:o2");
      await().until(() -> one.heard.size() >= 2);

      assertThat(one.heard).filteredOn(text -> text.contains("order:o1")).hasSize(1);
    }
  }

  @Test
  void whatOneGatewayRefusedIsAskedForOnceAtTheNext() throws Exception {
    replies.put("one order:o2", new ArrayList<>(Collections.nCopies(100, refusal("order:o2"))));
    replies.put("two order:o2", new ArrayList<>(List.of("")));
    replies.put("two order:o1", new ArrayList<>(List.of(refusal("order:o1"))));
    try (StreamClient stream = follow()) {
      stream.subscribe("order:o2");
      await().until(() -> asked(one, "order:o2") > 1);
      tell();
      awaitFacts(1);
      stream.move();

      await().until(() -> asked(two, "order:o1") == 2);
      assertThat(asked(two, "order:o2")).isOne();
    }
  }

  @Test
  void aHeartbeatSaysNothingOfATopicThatIsRefused() throws Exception {
    try (StreamClient stream = follow()) {
      tell();
      awaitFacts(1);
      facts.add("untold");
      one.tell(refusal("order:o1"));
      one.tell("{\"type\":\"heartbeat\",\"cursor\":\"2\",\"now\":\"2026-11-21T10:00:00Z\"}");
      awaitFacts(2);

      assertThat(one.heard).last().asString().contains("\"resume\":\"1\"");
      assertThat(stream.follows("order:o1")).isTrue();
    }
  }

  private StreamClient follow() throws InterruptedException {
    StreamClient stream = streams.open(ada, frames::add);
    stream.subscribe("order:o1");
    await().until(stream::isWhole);
    assertThat(one.lines).hasSize(1);
    return stream;
  }

  private Actor livingAt(FakeGateway gateway) {
    return IntStream.range(0, 100)
        .mapToObj(i -> Actor.customer("ada-" + i))
        .filter(actor -> door.pick(actor, 0).base().equals(gateway.url()))
        .findFirst()
        .orElseThrow();
  }

  private Request placing(String key) {
    return Request.post(CallKind.PLACE_ORDER, ada, "/v1/orders", key, Map.of());
  }

  /// Something happens, and both gateways tell it.
  private void tell() {
    facts.add("told");
    one.tell(fact(facts.size()));
    two.tell(fact(facts.size()));
  }

  private List<String> told() {
    return List.copyOf(frames).stream()
        .filter(frame -> frame.is("order"))
        .map(frame -> String.valueOf(frame.event()))
        .toList();
  }

  private void awaitFacts(int count) {
    await()
        .untilAsserted(() ->
            assertThat(told())
                .containsExactlyElementsOf(
                    IntStream.rangeClosed(1, count).mapToObj(i -> "fact-" + i).toList()));
  }

  private static String fact(int position) {
    return """
    {"type":"order","topic":"order:o1","cursor":"%d","event":"fact-%d","orderId":"o1",\
    "recordedAt":"2026-11-21T10:00:00.00%dZ"}\
    """
        .formatted(position, position, position);
  }

  private static String refusal(String topic) {
    return "{\"type\":\"problem\",\"code\":\"unavailable\",\"detail\":\"Not now.\",\"topic\":\"%s\"}"
        .formatted(topic);
  }

  private static long asked(FakeGateway gateway, String topic) {
    return gateway.heard.stream().filter(frame -> frame.contains(topic)).count();
  }

  private List<String> reply(FakeGateway gateway, String frame) {
    String topic = frame.contains("order:o2") ? "order:o2" : "order:o1";
    List<String> first = replies.get((gateway == one ? "one " : "two ") + topic);
    if (first != null && !first.isEmpty()) {
      return Stream.of(first.removeFirst()).filter(text -> !text.isEmpty()).toList();
    }
    String subscribed =
        "{\"type\":\"subscribed\",\"topic\":\"%s\",\"cursor\":\"%d\"}"
            .formatted(topic, facts.size());
    Matcher resume = RESUME.matcher(frame);
    int from = resume.find() ? Integer.parseInt(resume.group(1)) : facts.size();
    return Stream.concat(
            IntStream.rangeClosed(from + 1, facts.size()).mapToObj(FailoverTest::fact),
            Stream.of(subscribed))
        .toList();
  }
}
