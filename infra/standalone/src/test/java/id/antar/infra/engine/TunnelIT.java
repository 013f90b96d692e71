package id.antar.infra.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Lines that are torn ten thousand times while orders move: everybody hears everything, once.
class TunnelIT {
  private static final int TEARS = 10_000;
  private static final int BY_SOCKET = 14;
  private static final int BY_EVENTS = 8;
  private static final int LONGEST_LIFE_MILLIS = 250;
  private static final int LIVES_OF_AN_ORDERS_FOLLOWER = 60;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Api api = TestEngine.api();
  private final int port =
      Integer.parseInt(
          String.valueOf(TestEngine.context().getEnvironment().getProperty("local.server.port")));
  private final BusyTown town = new BusyTown(api);
  private final AtomicInteger tears = new AtomicInteger();
  private final Queue<Follower> followers = new ConcurrentLinkedQueue<>();
  private final List<Thread> threads = new ArrayList<>();

  @Test
  void nothingIsLostAndNothingDoubled() throws Exception {
    town.open();
    follow();
    for (Thread thread : threads) {
      thread.join();
    }
    town.close();

    assertThat(tears).hasValueGreaterThanOrEqualTo(TEARS);
    var truth = StoredTruth.read();
    var total = new AtomicInteger();
    for (Follower follower : followers) {
      assertThat(follower.complaints()).isEmpty();
      follower.heard().forEach(heard -> total.addAndGet(compare(heard, truth)));
    }
    System.out.printf(
        "%d tears, %d followers, %d facts, %.0f resumed from memory, %.0f from the store%n",
        tears.get(), followers.size(), total.get(), resumed("log"), resumed("store"));
    assertThat(resumed("log")).isPositive();
    assertThat(resumed("store")).isPositive();
  }

  private void follow() {
    String operator = token(api.operator());
    String customer = token(api.as("customer", town.customer()));
    for (String merchant : town.merchants()) {
      String token = token(api.as("merchant", merchant));
      begin(() -> follower(token, false, List.of("merchant:" + merchant)), Integer.MAX_VALUE);
    }
    for (String courier : town.couriers()) {
      String token = token(api.as("courier", courier));
      begin(() -> follower(token, false, List.of("courier:" + courier)), Integer.MAX_VALUE);
    }
    for (int i = 0; i < 4; i++) {
      begin(() -> follower(operator, false, List.of("board")), Integer.MAX_VALUE);
      begin(() -> follower(operator, false, List.of("alerts")), Integer.MAX_VALUE);
    }
    begin(() -> follower(operator, false, everything()), Integer.MAX_VALUE);
    begin(() -> follower(operator, false, everything()), Integer.MAX_VALUE);
    for (int i = 0; i < BY_SOCKET + BY_EVENTS; i++) {
      boolean byEvents = i >= BY_SOCKET;
      begin(
          () -> {
            String order = town.newOrder();
            return order == null ? null : follower(customer, byEvents, List.of("order:" + order));
          },
          LIVES_OF_AN_ORDERS_FOLLOWER);
    }
  }

  private List<String> everything() {
    var all = new ArrayList<>(List.of("board", "alerts"));
    town.merchants().forEach(merchant -> all.add("merchant:" + merchant));
    town.couriers().forEach(courier -> all.add("courier:" + courier));
    return all;
  }

  private Follower follower(String token, boolean byEvents, List<String> topics) {
    return new Follower(port, token, byEvents, topics);
  }

  private static String token(Api.Caller caller) {
    return caller.token();
  }

  /// One after the other, each for so many lives.
  private void begin(Supplier<@Nullable Follower> next, int lives) {
    threads.add(
        Thread.startVirtualThread(() -> {
          while (tears.get() < TEARS) {
            Follower follower = next.get();
            if (follower == null) {
              LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            } else {
              followers.add(follower);
              live(follower, lives);
            }
          }
        }));
  }

  private void live(Follower follower, int lives) {
    var random = ThreadLocalRandom.current();
    for (int life = 0; life < lives && tears.get() < TEARS; life++) {
      tear(follower, random.nextInt(LONGEST_LIFE_MILLIS));
      if (random.nextInt(40) == 0) {
        LockSupport.parkNanos(Duration.ofMillis(random.nextInt(500, 4_000)).toNanos());
      }
    }
    await().atMost(PATIENCE).until(() -> follower.catchUp(PATIENCE));
  }

  private void tear(Follower follower, int lifeMillis) {
    try {
      if (lifeMillis < LONGEST_LIFE_MILLIS / 20) {
        follower.dial();
      } else {
        follower.listen(Duration.ofMillis(lifeMillis));
      }
    } catch (IOException _) {
      // Torn from the other side.
    }
    var _ = tears.incrementAndGet();
  }

  /// Wide topics tell what becomes visible late after what was recorded later, as the store shows
  /// it; what happened to one order or trip is always in its order.
  private static int compare(Follower.Heard heard, StoredTruth truth) {
    String base = heard.base;
    String cursor = heard.cursor;
    assertThat(base).as(heard.topic).isNotNull();
    assertThat(cursor).as(heard.topic).isNotNull();
    if (base == null || cursor == null) {
      return 0;
    }
    List<String> due = truth.between(heard.topic, base, cursor);
    assertThat(heard.facts).as("doubled on " + heard.topic).doesNotHaveDuplicates();
    assertThat(new HashSet<>(heard.facts)).as(heard.topic).isEqualTo(new HashSet<>(due));
    assertThat(byAggregate(heard.facts)).as("order on " + heard.topic).isEqualTo(byAggregate(due));
    return heard.facts.size();
  }

  private static List<String> byAggregate(List<String> facts) {
    return facts.stream().sorted(Comparator.comparing(fact -> fact.split(" ")[1])).toList();
  }

  private static double resumed(String source) {
    return TestEngine.bean(MeterRegistry.class)
        .counter("antar.stream.resumed", "source", source)
        .count();
  }
}
