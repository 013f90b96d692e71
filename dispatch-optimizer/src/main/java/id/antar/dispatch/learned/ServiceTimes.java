package id.antar.dispatch.learned;

import id.antar.api.dispatch.LearnedQuery.Kind;
import id.antar.api.merchant.MerchantId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// How long couriers stay where they pick up and drop off.
final class ServiceTimes {

  private final Constants constants;
  private final Function<String, Optional<Window>> observations;

  ServiceTimes(Constants constants, Function<String, Optional<Window>> observations) {
    this.constants = constants;
    this.observations = observations;
  }

  int pickup(MerchantId merchantId) {
    List<String> keys = Places.merchant(Kind.PICKUP_SERVICE, merchantId);
    return Belief.of(constants.pickupService(), keys, observations).median();
  }

  /// @param keys of the door
  int dropoff(List<String> keys) {
    return Belief.of(constants.dropoffService(), keys, observations).median();
  }
}
