package id.antar.load.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class FrameTest {

  @Test
  void anOfferIsUnderstood() {
    Frame frame =
        Json.read(
            """
            {"type":"assignment","topic":"courier:r1","cursor":"17-15","event":"AssignmentOffered",
             "assignmentId":"a1","courierId":"r1","orderIds":["o1","o2"],
             "expiresAt":"2026-11-21T10:00:30Z",
             "stops":[{"kind":"pickup","orderId":"o1","eta":"2026-11-21T10:05:00Z"}],
             "occurredAt":"2026-11-21T10:00:00Z","recordedAt":"2026-11-21T10:00:00Z"}
            """,
            Frame.class);

    assertThat(frame.is("assignment")).isTrue();
    assertThat(frame.tells("AssignmentOffered")).isTrue();
    assertThat(frame.cursor()).isEqualTo("17-15");
    assertThat(frame.orderIds()).containsExactly("o1", "o2");
    assertThat(frame.expiresAt()).isEqualTo(Instant.parse("2026-11-21T10:00:30Z"));
  }

  @Test
  void aHeartbeatIsUnderstoodToo() {
    Frame frame =
        Json.read("{\"type\":\"heartbeat\",\"now\":\"2026-11-21T10:00:00Z\"}", Frame.class);

    assertThat(frame.is("heartbeat")).isTrue();
    assertThat(frame.topic()).isNull();
  }
}
