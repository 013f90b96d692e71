package id.antar.gateway.edge.request;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A request body that says why.
public record Reasoned(String reason, @Nullable Instant occurredAt) implements Timed {

  private static final int LONGEST = 300;

  public Reasoned {
    requireReason(reason);
  }

  /// For bodies that say more than why.
  public static void requireReason(String reason) {
    if (reason.isBlank() || reason.length() > LONGEST) {
      throw new IllegalArgumentException(
          "reason is blank or longer than " + LONGEST + " characters.");
    }
  }
}
