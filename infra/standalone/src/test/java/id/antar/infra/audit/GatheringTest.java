package id.antar.infra.audit;

import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.audit.AuditEvent;
import id.antar.api.audit.AuditEvent.AccessRefused;
import id.antar.api.audit.AuditEvent.CommandRefused;
import id.antar.api.audit.AuditEvent.RefusalsCounted;
import id.antar.api.message.MetaKeys;
import id.antar.api.person.PersonId;
import id.antar.api.person.Personal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GatheringTest {

  private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");
  private static final long MINUTE = Duration.ofMinutes(1).toNanos();

  private final Gathering gathering =
      new Gathering(new AuditProperties(Duration.ofMinutes(1), 100, 3, 5, 8));

  @Test
  void theSameWithinAMinuteIsOneThatSaysHowOften() {
    for (int i = 0; i < 1_000; i++) {
      gathering.take(stranger("10.0.0.1", "/v1/orders"), i);
    }
    gathering.take(stranger("10.0.0.2", "/v1/orders"), 1_000);

    assertThat(gathering.due(MINUTE - 1)).isEmpty();
    assertThat(events(gathering.due(MINUTE)))
        .containsExactly(refused("10.0.0.1", "/v1/orders", 1_000));
    assertThat(events(gathering.due(MINUTE + 1_000)))
        .containsExactly(refused("10.0.0.2", "/v1/orders", 1));
    assertThat(gathering.size()).isZero();
  }

  @Test
  void anotherMinuteIsAnotherOne() {
    gathering.take(command("ada", "1"), 0);
    assertThat(gathering.due(MINUTE)).hasSize(1);
    gathering.take(command("ada", "1"), MINUTE + 1);

    assertThat(gathering.due(MINUTE + 2)).isEmpty();
    assertThat(gathering.due(2 * MINUTE + 1)).hasSize(1);
  }

  @Test
  void whoIsRefusedTooManyThingsHasTheRestCounted() {
    for (int i = 0; i < 10; i++) {
      gathering.take(command("ada", "order-" + i), 0);
    }
    gathering.take(command("bob", "order-1"), 0);

    List<Noted> due = gathering.due(MINUTE);
    assertThat(events(due))
        .hasSize(5)
        .contains(new RefusalsCounted(RefusalsCounted.Source.ONE, 7, NOON));
    assertThat(due.get(3).metaData().get(MetaKeys.ACTOR)).isEqualTo("customer:ada");
    assertThat(times(due)).isEqualTo(11);
  }

  @Test
  void strangersFromEverywhereLeaveRoomForThoseWhoAreKnown() {
    for (int i = 0; i < 100; i++) {
      gathering.take(stranger("10.0.0." + i, "/v1/orders"), 0);
    }
    gathering.take(command("ada", "1"), 0);

    List<Noted> due = gathering.due(MINUTE);
    assertThat(events(due))
        .hasSize(7)
        .contains(new RefusalsCounted(RefusalsCounted.Source.STRANGERS, 95, NOON))
        .anyMatch(CommandRefused.class::isInstance);
    assertThat(times(due)).isEqualTo(101);
  }

  @Test
  void neitherDoThoseWhoAreKnownFillTheStore() {
    for (int i = 0; i < 100; i++) {
      gathering.take(command("customer-" + i, "1"), 0);
    }

    List<Noted> due = gathering.all();
    assertThat(events(due))
        .hasSize(9)
        .contains(new RefusalsCounted(RefusalsCounted.Source.EVERYBODY, 92, NOON));
    assertThat(times(due)).isEqualTo(100);
  }

  @Test
  void whatIsOverMakesRoomAgain() {
    for (int round = 0; round < 3; round++) {
      for (int i = 0; i < 3; i++) {
        gathering.take(command("ada", "order-" + i), round * MINUTE);
      }
      assertThat(events(gathering.due((round + 1) * MINUTE)))
          .hasOnlyElementsOfType(CommandRefused.class);
    }
  }

  private static long times(List<Noted> due) {
    return due.stream()
        .mapToLong(noted ->
            switch (noted.event()) {
              case CommandRefused e -> e.times();
              case AccessRefused e -> e.times();
              case RefusalsCounted e -> e.times();
              case AuditEvent.RefusalsLost e -> e.times();
              case AuditEvent.AuditRead _, AuditEvent.TokenIssued _ -> 0;
            })
        .sum();
  }

  private static List<AuditEvent> events(List<Noted> due) {
    return due.stream().map(Noted::event).toList();
  }

  static Noted stranger(String address, String route) {
    return new Noted(refused(address, route, 1), Map.of(MetaKeys.REQUEST_ID, "request-1"));
  }

  private static AccessRefused refused(String address, String route, long times) {
    var stranger = Personal.of(new PersonId("stranger.2026-11-02"), address);
    return new AccessRefused("GET", route, 401, "token-missing", stranger, times, NOON);
  }

  static Noted command(String customer, String order) {
    return new Noted(
        new CommandRefused("CancelOrder", "order", order, "too-late", "Too late.", 1, NOON),
        Map.of(MetaKeys.ACTOR, "customer:" + customer, MetaKeys.CLIENT_ADDRESS, "10.0.0.9"));
  }
}
