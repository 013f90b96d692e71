package id.antar.infra.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.antar.infra.backup.Manifest.LogSpan;
import id.antar.infra.backup.RestorePlan.Moment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RestorePlanTest {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  /// Ten events a minute; the last five of each are not settled yet.
  private static final Manifest FIRST = backup("a-full", null, 0, 100);

  private static final Manifest SECOND = backup("b-incr", "a-full", 95, 200);
  private static final Manifest THIRD = backup("c-incr", "b-incr", 195, 300);
  private static final Manifest FOURTH = backup("d-full", null, 0, 400);
  private static final List<Manifest> ALL = List.of(FIRST, SECOND, THIRD, FOURTH);

  private static Manifest backup(String name, @Nullable String previous, long after, long head) {
    return backup(name, previous, after, head, "78");
  }

  private static Manifest backup(
      String name, @Nullable String previous, long after, long head, String schema) {
    return new Manifest(
        name,
        previous,
        "key",
        "1",
        schema,
        "MariaDB",
        NOON,
        new LogSpan(after, head - 5, "", head - 5, head, head, minute(head / 10)),
        List.of(),
        Map.of());
  }

  private static Instant minute(long minutes) {
    return NOON.plus(Duration.ofMinutes(minutes));
  }

  private static RestorePlan at(long position) {
    return RestorePlan.of(ALL, new Moment(Optional.of(position), Optional.empty()));
  }

  @Test
  void theLatestIsTheNewestBackup() {
    RestorePlan plan = RestorePlan.of(ALL, Moment.LATEST);

    assertThat(plan).isEqualTo(new RestorePlan(List.of(FOURTH), FOURTH, FOURTH, List.of(FOURTH)));
  }

  @Test
  void aMomentHasTheEventsOfTheBackupAfterItAndTheStateOfTheOneBefore() {
    RestorePlan plan = at(250);

    assertThat(plan.log()).containsExactly(FIRST, SECOND, THIRD);
    assertThat(plan.state()).isEqualTo(SECOND);
    assertThat(plan.views()).isEqualTo(FIRST);
  }

  @Test
  void theKeysAreAlwaysTheNewest() {
    assertThat(at(150).keys()).isEqualTo(FOURTH);
  }

  @Test
  void theNextFullBackupHasAllEvents() {
    RestorePlan plan = at(350);

    assertThat(plan.log()).containsExactly(FOURTH);
    assertThat(plan.state()).isEqualTo(THIRD);
  }

  @Test
  void aTimeIsThatOfTheEvents() {
    RestorePlan plan = RestorePlan.of(ALL, new Moment(Optional.empty(), Optional.of(minute(15))));

    assertThat(plan.state()).isEqualTo(FIRST);
    assertThat(plan.log()).containsExactly(FIRST, SECOND);
  }

  @Test
  void whatMayStillBeAddedToIsTakenFromTheNextBackup() {
    RestorePlan plan = at(250);

    assertThat(plan.endIn(FIRST)).isEqualTo(95);
    assertThat(plan.endIn(SECOND)).isEqualTo(195);
    assertThat(plan.endIn(THIRD)).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void theKeysComeWithTheLogThatTheyAreOf() {
    assertThat(RestorePlan.of(List.of(FIRST, SECOND), Moment.LATEST).keysLog())
        .containsExactly(FIRST, SECOND);
  }

  @Test
  void aMomentBetweenTwoSchemasIsRefusedAndTheEndOfTheFirstIsNot() {
    Manifest updated = backup("d-full", null, 0, 400, "82");
    List<Manifest> all = List.of(FIRST, SECOND, updated);

    assertThatThrownBy(() -> RestorePlan.of(all, new Moment(Optional.of(250L), Optional.empty())))
        .isInstanceOf(BackupBroken.class)
        .hasMessageContaining("--position 200");
    RestorePlan plan = RestorePlan.of(all, new Moment(Optional.of(200L), Optional.empty()));
    assertThat(plan.log()).containsExactly(FIRST, SECOND);
    assertThat(plan.state()).isEqualTo(SECOND);
    assertThat(plan.keys()).isEqualTo(updated);
  }

  @Test
  void aBackupIsLaterThanTheOneBeforeIt() {
    TakingBackup.requireLater(FIRST, NOON.plusMillis(1));

    assertThatThrownBy(() -> TakingBackup.requireLater(FIRST, NOON))
        .hasMessageContaining("set the clock right");
  }

  @Test
  void whatNoBackupKnowsIsRefused() {
    assertThatThrownBy(() -> at(50)).hasMessageContaining("of a later moment");
    assertThatThrownBy(() -> at(401)).hasMessageContaining("end with event 400");
    assertThatThrownBy(() -> RestorePlan.of(List.of(), Moment.LATEST))
        .hasMessageContaining("no backup");
    assertThatThrownBy(() -> RestorePlan.of(List.of(FIRST, THIRD), Moment.LATEST))
        .hasMessageContaining("b-incr, which is missing");
  }
}
