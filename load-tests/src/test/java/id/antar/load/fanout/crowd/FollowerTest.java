package id.antar.load.fanout.crowd;

import static org.assertj.core.api.Assertions.assertThat;

import id.antar.load.fanout.measure.Deliveries;
import id.antar.load.fanout.measure.FactLedger;
import id.antar.load.fanout.server.Talk;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FollowerTest {

  private static final String FACT =
      "{\"type\":\"order\",\"topic\":\"order:o\",\"cursor\":\"%d\",\"event\":\"%s\",\"orderId\":\"o\",\"readyAt\":\"12:00\"}";

  private final Deliveries deliveries = new Deliveries();
  private final FactLedger ledger = new FactLedger();
  private final Goings goings = new Goings();
  private final Follower follower = new Follower(0, Talk.at("/"), deliveries, ledger, goings);

  @Test
  void aPositionIsTimedByItsMark() {
    deliveries.begin(0);
    hear("{\"type\":\"position\",\"sequence\":1000,\"ageMillis\":0}", 1500);
    deliveries.end(10_000);
    assertThat(deliveries.count().got()).isEqualTo(1);
    assertThat(deliveries.count().p50()).isEqualTo(500);
  }

  @Test
  void aFactIsEnteredInTheLedger() {
    ledger.follows(0, "o");
    ledger.announce("o", "12:00");
    ledger.happened("o", "12:00");
    hear(FACT.formatted(7, "Snapshot"), 0);
    assertThat(ledger.count().missing()).isEqualTo(1);
    hear(FACT.formatted(8, "ReadyTimeChanged"), 0);
    assertThat(ledger.count()).isEqualTo(new FactLedger.Count(1, 1, 1, 0, 0));
  }

  @Test
  void aProblemIsNoted() {
    hear("{\"type\":\"problem\",\"code\":\"unknown-order\"}", 0);
    assertThat(goings.toString()).contains("unknown-order");
  }

  @Test
  void aFieldIsATextOrANumberOrAbsent() {
    assertThat(Follower.field("{\"cursor\":17,\"a\":\"b\"}", "\"cursor\":")).isEqualTo("17");
    assertThat(Follower.field("{\"cursor\":17,\"a\":\"b\"}", "\"a\":")).isEqualTo("b");
    assertThat(Follower.field("{\"cursor\":17}", "\"a\":")).isEmpty();
  }

  private void hear(String text, long nowMicros) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    follower.heard(ByteBuffer.wrap(bytes), 0, bytes.length, nowMicros);
  }
}
