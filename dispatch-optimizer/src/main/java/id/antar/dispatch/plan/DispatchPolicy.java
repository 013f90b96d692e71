package id.antar.dispatch.plan;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// How the dispatcher decides: its limits, and what it thinks a second of each kind is worth. Spans
/// are in seconds; weights are hundredths of a second that one customer waits, per second. Two
/// policies that differ in any number have different versions.
///
/// @param method how orders find their couriers
/// @param maxCandidates how many of the nearest couriers are considered for an order
/// @param maxRings how many H3 rings (of about 300 m) around the merchant are searched
/// @param fixMaxAge a courier whose last position is older is not considered
/// @param silentAfter a courier under way whose last position is older is given up
/// @param maxPickupTravel a courier further from the merchant is not considered
/// @param declineCooldown for so long a courier who declined an order is not asked again
/// @param offerExpiry how long a courier may think about an offer
/// @param lead how much earlier than just in time an offer is made
/// @param pickupService what a courier needs at the merchant, as long as nothing is learned
/// @param dropoffService what a courier needs at a door, as long as nothing is learned
/// @param clickToDoorTarget beyond it an order counts as late
/// @param maxBundle orders per trip
/// @param nearbyMerchant merchants so far from one another may share a trip; 0: they never do
/// @param effort iterations of improvement per open order
/// @param maxEffort iterations of improvement per round
/// @param deliveryWeight until an order is at the door
/// @param latenessWeight beyond the target
/// @param freshnessWeight in the bag
/// @param courierWaitingWeight the courier waits for the food
/// @param distanceWeight on the road
/// @param courierTimeWeight of a courier's time when there are as many open orders as couriers
/// @param maxLoad open orders per hundred couriers beyond which a courier's time gets no dearer
/// @param positionWeight nearer to where orders come from
/// @param shiftEndRemoteness how remote a courier counts whose shift is over
/// @param fairnessWeight per order, and order carried per hour of the shift so far
/// @param payPerOrder in minor units
/// @param payPerHour guaranteed, in minor units
/// @param payWeight of a minor unit
/// @param unassigned leaving an order to a later round
public record DispatchPolicy(
    String version,
    Method method,
    int maxCandidates,
    int maxRings,
    int fixMaxAge,
    int silentAfter,
    int maxPickupTravel,
    int declineCooldown,
    int offerExpiry,
    int lead,
    int pickupService,
    int dropoffService,
    int clickToDoorTarget,
    int maxBundle,
    int nearbyMerchant,
    int effort,
    int maxEffort,
    int deliveryWeight,
    int latenessWeight,
    int freshnessWeight,
    int courierWaitingWeight,
    int distanceWeight,
    int courierTimeWeight,
    int maxLoad,
    int positionWeight,
    int shiftEndRemoteness,
    int fairnessWeight,
    int payPerOrder,
    int payPerHour,
    int payWeight,
    int unassigned) {

  public enum Method {
    /// Plans ahead for all orders and couriers, and commits as late as it can.
    HORIZON,
    /// Each order at once to the courier who can pick it up first, and no second thoughts.
    GREEDY,
    /// Each round's orders to the free couriers at the least total cost, one each.
    MATCHING
  }

  public DispatchPolicy {
    if (version.isBlank()) {
      throw new IllegalArgumentException("The policy has a blank version.");
    }
    if (maxCandidates < 1 || maxRings < 1 || maxBundle < 1 || maxBundle > 6) {
      throw new IllegalArgumentException(
          "maxCandidates (%d) and maxRings (%d) must be positive, maxBundle (%d) 1 to 6."
              .formatted(maxCandidates, maxRings, maxBundle));
    }
    if (offerExpiry < 1 || fixMaxAge < 1 || silentAfter < fixMaxAge) {
      throw new IllegalArgumentException(
          "offerExpiry (%d) and fixMaxAge (%d) must be positive, silentAfter (%d) no less."
              .formatted(offerExpiry, fixMaxAge, silentAfter));
    }
  }

  /// What the dispatcher decides by unless it is told otherwise.
  public static DispatchPolicy standard() {
    return standard("standard-2", Method.HORIZON, 3, 0);
  }

  /// Every policy that has a name: the standard one, the same with bundles of nearby merchants, and
  /// two plain ones to compare with.
  public static List<DispatchPolicy> all() {
    return List.of(
        standard(),
        standard("neighbours-2", Method.HORIZON, 3, 180),
        standard("greedy-1", Method.GREEDY, 1, 0),
        standard("matching-1", Method.MATCHING, 1, 0));
  }

  /// @param name a version, or what it has before its number
  public static Optional<DispatchPolicy> find(String name) {
    return all().stream()
        .filter(policy -> policy.version.equals(name) || policy.name().equals(name))
        .findFirst();
  }

  public static Stream<String> names() {
    return all().stream().map(DispatchPolicy::name);
  }

  private String name() {
    return version.substring(0, version.lastIndexOf('-'));
  }

  private static DispatchPolicy standard(
      String version, Method method, int maxBundle, int nearbyMerchant) {
    return new DispatchPolicy(
        version,
        method,
        24,
        32,
        120,
        480,
        3600,
        300,
        45,
        60,
        120,
        120,
        2400,
        maxBundle,
        nearbyMerchant,
        4,
        400,
        100,
        10,
        2,
        3,
        3,
        30,
        150,
        20,
        300,
        0,
        1000,
        1500,
        3,
        18_000);
  }
}
