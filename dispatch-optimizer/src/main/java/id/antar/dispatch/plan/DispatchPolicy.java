package id.antar.dispatch.plan;

/// How the dispatcher decides: its limits and what it thinks a second of each kind is worth. Spans
/// are in seconds. Two policies that differ in any number have different versions.
///
/// @param maxCandidates how many of the nearest couriers are considered for an order
/// @param maxRings how many H3 rings (of about 300 m) around the merchant are searched
/// @param fixMaxAge a courier whose last position is older is not considered
/// @param maxPickupTravel a courier further from the merchant is not considered
/// @param declineCooldown for so long a courier who declined an order is not asked again
/// @param offerExpiry how long a courier may think about an offer
/// @param lead how much earlier than just in time an offer is made
/// @param pickupService what a courier needs at the merchant once the food is ready
/// @param dropoffService what a courier needs at a door
/// @param clickToDoorTarget beyond it an order counts as late
/// @param maxBundle orders per assignment, 1 or 2
/// @param bundleMaxReadyGap orders of one bundle are ready within this span
/// @param bundleMaxDetour how much later the second door may be reached than by the direct way
/// @param bundleMinSaving how much a bundle must save against two separate trips
/// @param travelWeight a second of the way to the merchant
/// @param courierWaitingWeight a second that the courier waits for the food
/// @param foodWaitingWeight a second that ready food waits for the courier
/// @param deliveryWeight a second from the merchant to a door, per order
/// @param latenessWeight a second beyond the target, per order
/// @param unassigned leaving an order to a later round
/// @param ageWeight added to that for each second since the order was placed
public record DispatchPolicy(
    String version,
    int maxCandidates,
    int maxRings,
    int fixMaxAge,
    int maxPickupTravel,
    int declineCooldown,
    int offerExpiry,
    int lead,
    int pickupService,
    int dropoffService,
    int clickToDoorTarget,
    int maxBundle,
    int bundleMaxReadyGap,
    int bundleMaxDetour,
    int bundleMinSaving,
    int travelWeight,
    int courierWaitingWeight,
    int foodWaitingWeight,
    int deliveryWeight,
    int latenessWeight,
    int unassigned,
    int ageWeight) {

  public DispatchPolicy {
    if (version.isBlank()) {
      throw new IllegalArgumentException("The policy has a blank version.");
    }
    if (maxCandidates < 1 || maxRings < 1 || maxBundle < 1 || maxBundle > 2) {
      throw new IllegalArgumentException(
          "maxCandidates (%d) and maxRings (%d) must be positive, maxBundle (%d) 1 or 2."
              .formatted(maxCandidates, maxRings, maxBundle));
    }
    if (offerExpiry < 1 || fixMaxAge < 1) {
      throw new IllegalArgumentException(
          "offerExpiry (%d) and fixMaxAge (%d) must be positive."
              .formatted(offerExpiry, fixMaxAge));
    }
  }

  public static DispatchPolicy standard() {
    return new DispatchPolicy(
        "standard-1",
        12,
        32,
        120,
        1800,
        300,
        45,
        90,
        60,
        60,
        2400,
        2,
        240,
        240,
        180,
        1,
        1,
        2,
        1,
        4,
        20_000,
        2);
  }
}
