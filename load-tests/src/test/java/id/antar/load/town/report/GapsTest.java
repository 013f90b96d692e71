package id.antar.load.town.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.antar.load.client.Actor;
import id.antar.load.client.Frame;
import id.antar.load.client.Json;
import id.antar.load.client.Told;
import id.antar.load.town.report.LogBook.Entry;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The log is: order o1 of merchant m1 at 10 to 13, what is said of it at 14, its trip a1 of kurt
/// at 15, order o2 of merchant m2 at 16.
class GapsTest {

  private static final Instant TEN = Instant.parse("2026-11-21T10:00:00Z");
  private static final Actor ADA = Actor.customer("ada");

  private final LogBook log =
      new LogBook(
          List.of(
              entry(16, "OrderPlaced", "order", "o2", 0, Map.of("merchantId", "m2")),
              entry(10, "OrderPlaced", "order", "o1", 0, Map.of("merchantId", "m1")),
              entry(11, "OrderPaid", "order", "o1", 1, Map.of()),
              entry(12, "OrderSubmitted", "order", "o1", 2, Map.of()),
              entry(13, "OrderConfirmed", "order", "o1", 3, Map.of()),
              entry(14, "MessageSent", "chat", "o1", 0, Map.of("orderId", "o1")),
              entry(15, "AssignmentOffered", "assignment", "a1", 0, Map.of("courierId", "kurt"))));
  private final Gaps gaps = new Gaps(log);

  @Test
  void whoWasToldAllHasNoGap() {
    Told told = told(ADA, "order:o1", "10");
    hear(told, 11, 12, 13, 14);

    check(told);

    assertThat(gaps.topics()).isOne();
    assertThat(gaps.facts()).isEqualTo(4);
    assertNothingElseIsWrong();
    assertThat(gaps.missing()).isEmpty();
  }

  @Test
  void whatWasNotToldIsMissing() {
    Told told = told(ADA, "order:o1", "10");
    hear(told, 11, 13);

    check(told);

    assertThat(gaps.missing())
        .containsExactly("customer:ada on order:o1 was not told: order OrderSubmitted of o1 at 12");
    assertNothingElseIsWrong();
  }

  @Test
  void whatCameTwiceIsNamed() {
    Told told = told(ADA, "order:o1", "10");
    hear(told, 11, 12, 12);

    check(told);

    assertThat(gaps.twice())
        .containsExactly("customer:ada on order:o1 was told twice: order OrderSubmitted of o1");
    assertThat(gaps.missing()).isEmpty();
  }

  @Test
  void theFactsOfOneOrderComeInTheirOrder() {
    Told told = told(ADA, "order:o1", "10");
    hear(told, 12, 11, 13);

    check(told);

    assertThat(gaps.disordered())
        .containsExactly("customer:ada on order:o1 was told OrderPaid after OrderSubmitted of o1");
    assertThat(gaps.missing()).isEmpty();
    assertThat(gaps.twice()).isEmpty();
  }

  @Test
  void whatIsNotInTheLogOrNotOfTheTopicIsNamed() {
    Told told = told(ADA, "order:o1", "10");
    hear(told, 11, 16);

    check(told);

    assertThat(gaps.unknown())
        .containsExactly(
            "customer:ada on order:o1 was told what it should not have been: order OrderPlaced of"
                + " o2");
  }

  @Test
  void whatHappenedBeforeOrAfterIsNotMissedButAGapThatWasOpenIs() {
    Told told = told(ADA, "order:o1", "12-11");
    hear(told, 13);

    check(told);

    assertThat(gaps.missing())
        .containsExactly("customer:ada on order:o1 was not told: order OrderPaid of o1 at 11");
  }

  @Test
  void aHeartbeatSaysHowFarOneHasHeard() {
    Told told = told(ADA, "order:o1", "10");
    told.hear(Json.read("{\"type\":\"heartbeat\",\"cursor\":\"12\"}", Frame.class));

    check(told);

    assertThat(gaps.missing()).hasSize(2);
  }

  @Test
  void merchantsCouriersAndOperatorsAreToldTheirOwn() {
    Told merchant = told(Actor.merchant("m1"), "merchant:m1", "9");
    hear(merchant, 10, 11, 12, 13, 14);
    Told courier = told(Actor.courier("kurt"), "courier:kurt", "9");
    hear(courier, 15);
    Told board = told(Actor.operator("olga"), "board", "9");
    hear(board, 10, 11, 12, 13, 15, 16);

    check(merchant, courier, board);

    assertThat(gaps.missing()).isEmpty();
    assertNothingElseIsWrong();
    assertThat(gaps.topics()).isEqualTo(3);
  }

  @Test
  void whatACourierHearsOfAnOrderIsNotCompared() {
    Told told = told(Actor.courier("kurt"), "order:o1", "9");
    hear(told, 13);

    check(told);

    assertThat(gaps.topics()).isZero();
    assertThat(gaps.uncompared()).isEmpty();
  }

  @Test
  void factsOfATopicThatNobodyKnowsAreNamed() {
    Told told = told(Actor.operator("olga"), "weather", "9");
    hear(told, 13);

    check(told, told(Actor.operator("olga"), "viewport:1,2,3,4", "9"));

    assertThat(gaps.topics()).isZero();
    assertThat(gaps.uncompared())
        .singleElement()
        .asString()
        .startsWith("operator:olga on weather was told what nobody compares:");
  }

  @Test
  void cursorsOfAnotherFormAreNotGuessedAt() {
    Told told = told(ADA, "order:o1", "abc");

    assertThatThrownBy(() -> check(told)).hasMessage("Not a cursor as they were: abc");
  }

  private void assertNothingElseIsWrong() {
    assertThat(gaps.twice()).isEmpty();
    assertThat(gaps.disordered()).isEmpty();
    assertThat(gaps.unknown()).isEmpty();
    assertThat(gaps.uncompared()).isEmpty();
  }

  private void check(Told... told) {
    gaps.check(List.of(told));
  }

  private static Told told(Actor actor, String topic, String cursor) {
    Told told = new Told(actor, topic);
    hear(told, Map.of("type", "subscribed", "topic", topic, "cursor", cursor));
    return told;
  }

  private void hear(Told told, int... positions) {
    for (int position : positions) {
      Entry entry =
          log.entries().stream().filter(it -> it.position() == position).findFirst().orElseThrow();
      boolean trip = entry.kind().equals("assignment");
      hear(
          told,
          Map.of(
              "type",
              entry.kind(),
              "topic",
              told.topic(),
              "cursor",
              Integer.toString(position),
              "event",
              entry.type(),
              trip ? "assignmentId" : "orderId",
              entry.id(),
              "recordedAt",
              entry.recordedAt().plusNanos(4_000)));
    }
  }

  private static void hear(Told told, Map<String, Object> frame) {
    told.hear(Json.read(Json.write(frame), Frame.class));
  }

  static Entry entry(
      long position, String type, String kind, String id, long sequence, Map<String, Object> data) {
    return new Entry(
        position,
        type,
        kind,
        id,
        sequence,
        TEN.plusMillis(position),
        Json.MAPPER.valueToTree(new HashMap<>(data)));
  }
}
