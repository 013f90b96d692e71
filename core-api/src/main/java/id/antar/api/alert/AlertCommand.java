package id.antar.api.alert;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What can be asked of an alert.
public sealed interface AlertCommand {
  AlertId alertId();

  Instant occurredAt();

  /// Said once more of one that stands, it tells how bad it has become.
  ///
  /// @param subject the order's, courier's, merchant's, provider's or processor's name
  /// @param value as measured
  /// @param since since when it has been so, as far as that is known
  record RaiseAlert(
      AlertId alertId,
      AlertKind kind,
      String subject,
      double value,
      double threshold,
      Instant since,
      Instant occurredAt)
      implements AlertCommand {

    private static final int LONGEST = 128;

    public RaiseAlert {
      if (subject.isBlank() || subject.length() > LONGEST) {
        throw new IllegalArgumentException(
            "subject is blank or longer than " + LONGEST + " characters.");
      }
    }
  }

  /// @param by who takes it
  record AcknowledgeAlert(AlertId alertId, String by, @Nullable String note, Instant occurredAt)
      implements AlertCommand {

    public static final int LONGEST_NOTE = 300;

    public AcknowledgeAlert {
      if (note != null && (note.isBlank() || note.length() > LONGEST_NOTE)) {
        throw new IllegalArgumentException(
            "note has 1 to " + LONGEST_NOTE + " characters, not " + note.length() + ".");
      }
    }
  }

  /// Whoever has it, it is nobody's again.
  record ReleaseAlert(AlertId alertId, String by, Instant occurredAt) implements AlertCommand {}

  record EndAlert(AlertId alertId, AlertEnd cause, Instant occurredAt) implements AlertCommand {}
}
