package id.antar.api.merchant;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BusinessDaysTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 2);

  /// As far apart as zones are, with and without summer time.
  private static final List<ZoneId> ZONES =
      List.of(
          ZoneId.of("Asia/Jakarta"),
          ZoneId.of("Europe/Monaco"),
          ZoneId.of("America/New_York"),
          ZoneId.of("Pacific/Kiritimati"),
          ZoneId.of("Pacific/Pago_Pago"));

  @Test
  void aDayBeginsInJakartaIfNothingElseIsSaid() {
    assertThat(BusinessDays.USUAL.startOf(DAY)).isEqualTo("2026-11-01T17:00:00Z");
  }

  @Test
  void aChangeCountsFromItsDayOn() {
    BusinessDays days = BusinessDays.USUAL.changed(DAY, ZoneId.of("UTC"));

    assertThat(days.startOf(DAY.minusDays(1))).isEqualTo("2026-10-31T17:00:00Z");
    assertThat(days.startOf(DAY)).isEqualTo("2026-11-02T00:00:00Z");
    assertThat(days.latestZone()).isEqualTo(ZoneId.of("UTC"));
  }

  @Test
  void itIsReadAsItIsWritten() {
    BusinessDays days =
        BusinessDays.USUAL.changed(DAY, ZoneId.of("UTC")).changed(DAY, ZoneId.of("Asia/Makassar"));

    assertThat(days).hasToString("Asia/Jakarta 2026-11-02 UTC 2026-11-02 Asia/Makassar");
    assertThat(BusinessDays.parse(days.toString())).isEqualTo(days);
    assertThat(BusinessDays.parse("Asia/Jakarta")).isEqualTo(BusinessDays.USUAL);
  }

  @Test
  void daysFollowEachOtherAndThoseThatAreOverStayAsTheyWere() {
    var random = new Random(7);
    for (int run = 0; run < 2_000; run++) {
      var days = new BusinessDays(zone(random), List.of());
      Instant now = DAY.atStartOfDay(ZoneOffset.UTC).toInstant();
      for (int i = 0; i < 4; i++) {
        now = now.plusSeconds(random.nextInt(4 * 86_400));
        LocalDate from = LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(2);
        BusinessDays changed = days.changed(from, zone(random));
        assertThatWhatIsOverStays(days, changed, now);
        days = changed;
      }
    }
  }

  private static void assertThatWhatIsOverStays(
      BusinessDays before, BusinessDays after, Instant now) {
    for (int i = -3; i < 25; i++) {
      LocalDate day = DAY.plusDays(i);
      Instant end = after.startOf(day.plusDays(1));
      assertThat(after.startOf(day)).isBeforeOrEqualTo(end);
      if (!before.startOf(day).isAfter(now)) {
        assertThat(after.startOf(day)).isEqualTo(before.startOf(day));
      }
    }
  }

  private static ZoneId zone(Random random) {
    return ZONES.get(random.nextInt(ZONES.size()));
  }
}
