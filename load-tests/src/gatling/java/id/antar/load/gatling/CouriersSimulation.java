package id.antar.load.gatling;

import static io.gatling.javaapi.core.CoreDsl.rampUsers;
import static io.gatling.javaapi.core.CoreDsl.scenario;

import id.antar.load.gatling.Cast.Company;
import java.time.Duration;
import java.util.Map;

/// Couriers who stroll about on a shift and tell where they are every second: nine of ten over
/// WebSocket, one in batches by REST, from a phone that was offline. A position is not answered, so
/// that a ping every ten seconds shows how long a frame takes there and back; a refused position is
/// an error. `--users` are the couriers; `--rate` is how many of them come on duty each second.
public final class CouriersSimulation extends EngineSimulation {

  public CouriersSimulation() {
    super(Scenario.COURIERS, Duration.ofSeconds(30));
    int offline = Math.max(1, options.users() / 10);
    int online = Math.max(1, options.users() - offline);
    Duration ramp = Duration.ofSeconds(1 + (long) (options.users() / options.rate()));
    setUp(
            scenario("couriers").exec(couriers.ride()).injectOpen(rampUsers(online).during(ramp)),
            scenario("couriers who were offline")
                .exec(couriers.rideOffline())
                .injectOpen(rampUsers(offline).during(ramp)))
        .protocols(Calls.protocol(options.url()))
        .assertions(limits(Map.of(Couriers.PONG, 200, Couriers.BATCH, 200)));
  }

  @Override
  Company company(LoadOptions options) {
    return new Company(1, options.users() + 1, 0);
  }
}
