package id.antar.infra.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.antar.infra.work.WorkFolder;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClockFileTest {
  private static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");

  @TempDir Path folder;
  private WorkFolder work;

  @BeforeEach
  void workFolder() {
    work = WorkFolder.at(folder);
  }

  @Test
  void aNewFolderStartsNowAtTheSpeedOfLife() {
    try (var file = ClockFile.open(work, null, NOW)) {
      assertThat(file.clock().speed()).isEqualTo(1);
      assertThat(file.clock().instant()).isBetween(NOW, NOW.plusSeconds(10));
    }
  }

  @Test
  void timeThatRanAheadGoesOnFromThereAtTheSameSpeed() {
    Instant stopped;
    try (var file = ClockFile.open(work, 1000.0, NOW)) {
      stopped = file.clock().instant();
    }
    try (var again = ClockFile.open(work, null, NOW)) {
      assertThat(again.clock().speed()).isEqualTo(1000);
      assertThat(again.clock().instant()).isAfterOrEqualTo(stopped);
    }
  }

  @Test
  void aFastClockStandsStillUntilTheEngineIsReady() {
    try (var file = ClockFile.open(work, 1000.0, NOW)) {
      assertThat(file.clock().instant()).isEqualTo(NOW);
      file.engineIsReady();
      await().until(() -> file.clock().instant().isAfter(NOW));
    }
  }

  @Test
  void timePassesWhileTheEngineIsDown() {
    ClockFile.open(work, null, NOW).close();
    Instant nextDay = NOW.plus(Duration.ofDays(1));

    try (var again = ClockFile.open(work, null, nextDay)) {
      assertThat(again.clock().instant()).isAfterOrEqualTo(nextDay);
    }
  }

  @Test
  void aKilledEngineNeverGoesBack() {
    var killed = ClockFile.open(work, 500.0, NOW);
    Instant lastSeen = killed.clock().instant();
    String asItLies = work.find("clock.json");

    killed.close();
    work.write("clock.json", asItLies == null ? "" : asItLies);
    try (var again = ClockFile.open(work, null, NOW)) {
      assertThat(again.clock().instant()).isAfter(lastSeen.plusSeconds(500));
    }
  }
}
