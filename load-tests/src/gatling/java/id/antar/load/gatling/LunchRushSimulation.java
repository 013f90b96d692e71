package id.antar.load.gatling;

import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.rampUsersPerSec;

import id.antar.load.gatling.Cast.Company;
import java.time.Duration;

/// All of them at noon: orders come faster for a quarter of the time, at the peak for half of it,
/// and slower again, and each lives from the click to the door. `--users` are the couriers; there
/// is a merchant for every four of them and an operator for every thirty. `--rate` is orders a
/// second at the peak: at the defaults an order for each courier every 150 s.
public final class LunchRushSimulation extends EngineSimulation {

  public LunchRushSimulation() {
    super(Scenario.LUNCH_RUSH, Rush.PATIENCE);
    double peak = options.rate();
    Duration quarter = options.length().dividedBy(4);
    setUp(
            Rush.of(
                this,
                company(options),
                rampUsersPerSec(peak / 10).to(peak).during(quarter),
                constantUsersPerSec(peak).during(quarter.multipliedBy(2)),
                rampUsersPerSec(peak).to(peak / 10).during(quarter)))
        .protocols(Calls.protocol(options.url()))
        .assertions(limits(Rush.LIMITS));
  }

  @Override
  Company company(LoadOptions options) {
    int couriers = options.users();
    return new Company(Math.max(3, couriers / 4), couriers, Math.max(1, couriers / 30));
  }
}
