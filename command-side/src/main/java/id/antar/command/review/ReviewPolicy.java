package id.antar.command.review;

import java.time.Duration;

/// @param writing how long a review may be written, from the delivery
/// @param revising how long its author may revise it, from then
public record ReviewPolicy(Duration writing, Duration revising) {

  public ReviewPolicy {
    if (!writing.isPositive() || revising.isNegative()) {
      throw new IllegalArgumentException(
          "writing (%s) is not positive, or revising (%s) is negative."
              .formatted(writing, revising));
    }
  }

  public static ReviewPolicy standard() {
    return new ReviewPolicy(Duration.ofDays(14), Duration.ofHours(24));
  }
}
