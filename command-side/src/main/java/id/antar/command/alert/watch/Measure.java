package id.antar.command.alert.watch;

import id.antar.api.alert.AlertId;
import id.antar.api.alert.AlertKind;
import java.time.Instant;

/// How bad something is.
///
/// @param value not a number while it is not known
/// @param since since when it has been so
record Measure(AlertKind kind, String subject, double value, Instant since) {

  static Measure unknown(AlertKind kind, String subject, Instant now) {
    return new Measure(kind, subject, Double.NaN, now);
  }

  AlertId id() {
    return AlertId.of(kind, subject);
  }
}
