package id.antar.command.courier;

import java.time.Duration;

/// @param longest after which a shift ends by itself
public record ShiftPolicy(Duration longest) {

  public ShiftPolicy {
    if (!longest.isPositive()) {
      throw new IllegalArgumentException("longest (" + longest + ") is not positive.");
    }
  }

  public static ShiftPolicy standard() {
    return new ShiftPolicy(Duration.ofHours(16));
  }
}
