package id.antar.dispatch.learned;

/// What is believed where nothing was observed yet, in seconds.
///
/// @param lateness of a merchant against the promised ready time
/// @param pickupService what a courier needs at the merchant once the order is ready
/// @param dropoffService what a courier needs at a door
public record Constants(int lateness, int pickupService, int dropoffService) {

  public Constants {
    if (pickupService < 0 || dropoffService < 0) {
      throw new IllegalArgumentException(
          "pickupService (%d) and dropoffService (%d) must not be negative."
              .formatted(pickupService, dropoffService));
    }
  }

  /// Merchants keep their promises.
  public static Constants of(int pickupService, int dropoffService) {
    return new Constants(0, pickupService, dropoffService);
  }
}
