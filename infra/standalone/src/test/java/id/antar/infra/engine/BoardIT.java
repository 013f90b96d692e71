package id.antar.infra.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import id.antar.infra.engine.Api.Caller;
import id.antar.query.track.CourierTracks;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The board of a real engine, looked at live and again later.
class BoardIT {
  private static final String COURIER = "ways-" + UUID.randomUUID().toString().substring(0, 8);

  private final Api api = TestEngine.api();
  private final Caller courier = api.as("courier", COURIER);
  private final Caller operator = api.operator();

  @Test
  void aMomentIsShownAgainAsItWasUntilSomebodyIsForgotten() {
    Instant before = now();
    register();
    move(1, 43.7345);
    move(2, 43.7355);
    JsonNode live = operator.get("/v1/board?zone=main").ok();
    assertThat(own(live).path("seen").path("point").path("latitude").asDouble()).isEqualTo(43.7355);
    assertThat(live.path("counts").path("free").asInt()).isPositive();

    move(3, 43.7365);
    courier.post("/v1/couriers/" + COURIER + "/shift/end", "{}").ok();
    TestEngine.bean(CourierTracks.class).write(true);

    assertThat(own(operator.get("/v1/board").ok()).isMissingNode()).isTrue();
    String link = live.path("permalink").asString();
    assertThat(operator.get(link).ok()).isEqualTo(live);
    drop("DELETE FROM board_frame");
    assertThat(operator.get(link).ok()).isEqualTo(live);
    assertThat(operator.get("/v1/board?at=" + before).ok().path("position").asLong())
        .isLessThan(live.path("position").asLong());
    assertThatChangesTellOfTheShift(live.path("position").asLong());
    assertThatTheWayIsThere(before);
    assertThatItIsForgotten(link, before);
  }

  private void assertThatChangesTellOfTheShift(long position) {
    JsonNode changes = operator.get("/v1/board/changes?after=" + position).ok();
    assertThat(changes.path("changes").values().stream())
        .anyMatch(change ->
            change.path("event").asString().equals("ShiftEnded")
                && change.path("couriersGone").get(0).asString().equals(COURIER));
  }

  private void assertThatTheWayIsThere(Instant from) {
    JsonNode way = courier.get(track(from)).ok();
    assertThat(way.path("geometry").path("coordinates")).hasSize(3);
    assertThat(way.path("geometry").path("coordinates").get(0).get(1).asDouble())
        .isEqualTo(43.7345);
  }

  private void assertThatItIsForgotten(String link, Instant from) {
    api.as("admin", "root").delete("/v1/people/courier/" + COURIER + "?ground=on_behalf").ok();

    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> operator.get(track(from)).ok().path("geometry").isNull());
    JsonNode again = own(operator.get(link).ok());
    assertThat(again.path("courierId").asString()).isEqualTo(COURIER);
    assertThat(again.path("seen").isMissingNode()).isTrue();
  }

  @Test
  void aMomentThatThereIsNotIsSaidWhy() {
    assertThat(operator.get("/v1/board?at=2100-01-01T00:00:00Z").json().path("code").asString())
        .isEqualTo("moment-to-come");
    assertThat(operator.get("/v1/board?at=2001-01-01T00:00:00Z").json().path("code").asString())
        .isEqualTo("before-the-log");
    assertThat(operator.get("/v1/board?position=99999999").json().path("code").asString())
        .isEqualTo("moment-to-come");
  }

  private String track(Instant from) {
    return "/v1/couriers/" + COURIER + "/track?from=" + from + "&to=" + from.plusSeconds(80_000);
  }

  private static JsonNode own(JsonNode board) {
    return board.path("couriers").values().stream()
        .filter(it -> it.path("courierId").asString().equals(COURIER))
        .findFirst()
        .orElseGet(() -> board.path("none"));
  }

  private Instant now() {
    return Instant.parse(operator.get("/v1/clock").ok().path("now").asString());
  }

  private void register() {
    courier
        .post(
            "/v1/couriers",
            """
            {"courierId":"%s","fullName":"Mary Jackson","phone":"+377 44 44",
             "licensePlate":"MC 2","vehicle":"scooter","capacity":1}\
            """
                .formatted(COURIER))
        .ok();
    courier.post("/v1/couriers/" + COURIER + "/shift/start", "{}").ok();
  }

  /// Not before anybody could be there.
  private void move(int sequence, double latitude) {
    Instant last = now();
    await().until(() -> now().isAfter(last.plusSeconds(5)));
    String fix =
        """
        {"positions":[{"latitude":%s,"longitude":7.4210,"sequence":%d,"occurredAt":"%s"}]}\
        """
            .formatted(latitude, sequence, now());
    courier.post("/v1/couriers/" + COURIER + "/positions", fix).ok();
  }

  private static void drop(String sql) {
    try (Connection connection = TestEngine.bean(HikariDataSource.class).getConnection();
        Statement statement = connection.createStatement()) {
      int _ = statement.executeUpdate(sql);
      connection.commit();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
