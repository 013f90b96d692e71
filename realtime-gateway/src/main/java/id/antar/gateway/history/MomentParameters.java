package id.antar.gateway.history;

import id.antar.api.history.Moment;
import id.antar.gateway.edge.problem.Problem;
import id.antar.gateway.edge.request.Asked;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A moment, as an address says it.
///
/// @param at an instant; now, if there is no position either
/// @param position of the log, instead of an instant
/// @param clock `recorded`, or `happened`
record MomentParameters(@Nullable String at, @Nullable String position, @Nullable String clock) {

  enum Clock {
    RECORDED,
    HAPPENED
  }

  Moment moment() {
    Instant instant = Asked.instant("at", at);
    Long place = Asked.position("position", position);
    if (instant != null && place != null) {
      String message = "Either at or position, not both.";
      throw Problem.invalid("invalid-value", "position", message).asException();
    }
    if (place != null) {
      return new Moment.Position(place);
    }
    return instant == null ? new Moment.Now() : of(instant, clock);
  }

  static Moment of(Instant instant, @Nullable String clock) {
    Clock by = Asked.value("clock", clock, MomentParameters::clock);
    return switch (by == null ? Clock.RECORDED : by) {
      case RECORDED -> new Moment.Recorded(instant);
      case HAPPENED -> new Moment.Happened(instant);
    };
  }

  private static Clock clock(String text) {
    return Clock.valueOf(text.toUpperCase(Locale.ROOT));
  }
}
