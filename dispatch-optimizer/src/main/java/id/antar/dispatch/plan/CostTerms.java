package id.antar.dispatch.plan;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;

/// What a courier with a bundle costs, term by term, in weighted seconds. Written as the list of
/// its numbers; [#NAMES] names them.
public record CostTerms(
    int travel, int courierWaiting, int foodWaiting, int delivery, int lateness) {

  public static final List<String> NAMES =
      List.of("travel", "courierWaiting", "foodWaiting", "delivery", "lateness");

  @JsonCreator
  static CostTerms of(List<Integer> values) {
    if (values.size() != NAMES.size()) {
      throw new IllegalArgumentException("The cost terms (" + values + ") are not " + NAMES + ".");
    }
    return new CostTerms(values.get(0), values.get(1), values.get(2), values.get(3), values.get(4));
  }

  @JsonValue
  public List<Integer> values() {
    return List.of(travel, courierWaiting, foodWaiting, delivery, lateness);
  }

  public int total() {
    return travel + courierWaiting + foodWaiting + delivery + lateness;
  }
}
