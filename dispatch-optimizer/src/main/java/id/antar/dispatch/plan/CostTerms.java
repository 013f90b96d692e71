package id.antar.dispatch.plan;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;

/// What something costs, term by term, in hundredths of a second that one customer waits. Written
/// as the list of its numbers; [#NAMES] names them.
///
/// @param delivery until each order is at its door, counted from now
/// @param lateness click-to-door beyond its target
/// @param freshness in the courier's bag
/// @param courierWaiting at the merchant's, for the food
/// @param distance on the road
/// @param courierTime that is no longer there for others, dearer the fewer couriers there are
/// @param position how remote the courier ends from where orders come from, less how remote before
/// @param fairness of those who have carried more than others this shift
/// @param pay beyond what the courier's guarantee covers anyway
public record CostTerms(
    int delivery,
    int lateness,
    int freshness,
    int courierWaiting,
    int distance,
    int courierTime,
    int position,
    int fairness,
    int pay) {

  public static final List<String> NAMES =
      List.of(
          "delivery",
          "lateness",
          "freshness",
          "courierWaiting",
          "distance",
          "courierTime",
          "position",
          "fairness",
          "pay");

  public static final CostTerms NONE = new CostTerms(0, 0, 0, 0, 0, 0, 0, 0, 0);

  @JsonCreator
  static CostTerms of(List<Integer> values) {
    if (values.size() != NAMES.size()) {
      throw new IllegalArgumentException("The cost terms (" + values + ") are not " + NAMES + ".");
    }
    return new CostTerms(
        values.get(0),
        values.get(1),
        values.get(2),
        values.get(3),
        values.get(4),
        values.get(5),
        values.get(6),
        values.get(7),
        values.get(8));
  }

  @JsonValue
  public List<Integer> values() {
    return List.of(
        delivery,
        lateness,
        freshness,
        courierWaiting,
        distance,
        courierTime,
        position,
        fairness,
        pay);
  }

  public int total() {
    return delivery
        + lateness
        + freshness
        + courierWaiting
        + distance
        + courierTime
        + position
        + fairness
        + pay;
  }

  public CostTerms minus(CostTerms other) {
    return new CostTerms(
        delivery - other.delivery,
        lateness - other.lateness,
        freshness - other.freshness,
        courierWaiting - other.courierWaiting,
        distance - other.distance,
        courierTime - other.courierTime,
        position - other.position,
        fairness - other.fairness,
        pay - other.pay);
  }
}
