package id.antar.api.analytics;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/// Into what pieces a span is cut, by a time zone's clock.
public enum Bucket {
  HOUR(31),
  DAY(400),
  /// One piece: the span itself.
  WHOLE(400);

  private final int mostDays;

  Bucket(int mostDays) {
    this.mostDays = mostDays;
  }

  /// How long a span may be that is cut so.
  public int mostDays() {
    return mostDays;
  }

  /// The first boundary after a moment.
  ZonedDateTime next(ZonedDateTime at) {
    LocalDate tomorrow = at.toLocalDate().plusDays(1);
    return switch (this) {
      case HOUR -> at.truncatedTo(ChronoUnit.HOURS).plusHours(1);
      case DAY -> tomorrow.atStartOfDay(at.getZone());
      case WHOLE -> tomorrow.plusYears(100).atStartOfDay(at.getZone());
    };
  }
}
