package id.antar.api.alert;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An alert as it stands, or stood last.
///
/// @param subject the order's, courier's, merchant's, provider's or processor's name
/// @param value the worst that was told since it was raised
/// @param since since when it has been so, as far as that is known
/// @param takenBy the account that has taken it
/// @param times how often it was raised
public record AlertView(
    AlertId alertId,
    AlertKind kind,
    AlertKind.Subject subjectKind,
    String subject,
    AlertKind.Unit unit,
    double value,
    double threshold,
    State state,
    Instant since,
    Instant raisedAt,
    @Nullable String takenBy,
    @Nullable Instant takenAt,
    @Nullable String note,
    @Nullable Instant endedAt,
    @Nullable AlertEnd endedBecause,
    int times) {

  public enum State {
    /// Nobody has taken it.
    STANDING,
    ACKNOWLEDGED,
    OVER
  }
}
