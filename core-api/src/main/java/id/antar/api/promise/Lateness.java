package id.antar.api.promise;

import java.time.Instant;

/// How much later than first promised an order came to its door, in whole seconds, and what made it
/// so. What went faster than planned is negative. The parts always sum to the whole.
///
/// @param firstPromise when it was to be at the door
/// @param waitingForAssignment for a courier, after the promise was made
/// @param firstMile the courier's way to the merchant
/// @param kitchen the courier's wait for the food
/// @param lastMile from when courier and food were both there to the door
public record Lateness(
    Instant firstPromise,
    long total,
    long waitingForAssignment,
    long firstMile,
    long kitchen,
    long lastMile) {

  public Lateness {
    if (waitingForAssignment + firstMile + kitchen + lastMile != total) {
      throw new IllegalArgumentException(
          "The parts (%d, %d, %d, %d) are not total (%d)."
              .formatted(waitingForAssignment, firstMile, kitchen, lastMile, total));
    }
  }
}
