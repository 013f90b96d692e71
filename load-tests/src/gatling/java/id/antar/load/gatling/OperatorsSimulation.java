package id.antar.load.gatling;

import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;

import id.antar.load.gatling.Cast.Company;

/// Operators before the map and the board of a quiet town, which lives so that there is something
/// to see. `--users` are the operators, `--rate` orders a second.
public final class OperatorsSimulation extends EngineSimulation {

  private static final int SECONDS_PER_ORDER = 150;

  public OperatorsSimulation() {
    super(Scenario.OPERATORS, Rush.PATIENCE);
    setUp(
            Rush.of(
                this,
                company(options),
                constantUsersPerSec(options.rate()).during(options.length())))
        .protocols(Calls.protocol(options.url()))
        .assertions(limits(Rush.LIMITS));
  }

  @Override
  Company company(LoadOptions options) {
    int couriers = 5 + (int) (options.rate() * SECONDS_PER_ORDER);
    return new Company(Math.max(3, couriers / 4), couriers, options.users());
  }
}
