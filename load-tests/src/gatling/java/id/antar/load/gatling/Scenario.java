package id.antar.load.gatling;

import io.gatling.javaapi.core.Simulation;
import java.util.Arrays;
import java.util.Optional;

/// The load scenarios by name, each with what a machine of two cores can bear beside the engine and
/// its databases.
enum Scenario {
  CUSTOMERS("customers", CustomersSimulation.class, 10, 2, 60),
  COURIERS("couriers", CouriersSimulation.class, 100, 10, 60),
  MERCHANTS("merchants", MerchantsSimulation.class, 20, 3, 60),
  OPERATORS("operators", OperatorsSimulation.class, 10, 0.2, 90),
  API("api", ApiSimulation.class, 40, 200, 60),
  KEEP_ALIVE("keep-alive", KeepAliveSimulation.class, 8, 200, 60),
  LUNCH_RUSH("lunch-rush", LunchRushSimulation.class, 60, 0.4, 180);

  private final String title;
  private final Class<? extends Simulation> simulation;
  private final int users;
  private final double rate;
  private final int seconds;

  Scenario(
      String title, Class<? extends Simulation> simulation, int users, double rate, int seconds) {
    this.title = title;
    this.simulation = simulation;
    this.users = users;
    this.rate = rate;
    this.seconds = seconds;
  }

  static Optional<Scenario> find(String title) {
    return Arrays.stream(values()).filter(scenario -> scenario.title.equals(title)).findAny();
  }

  String title() {
    return title;
  }

  Class<? extends Simulation> simulation() {
    return simulation;
  }

  /// How many of those it is named after, if nothing else is said.
  int users() {
    return users;
  }

  /// Orders a second; in `api` and `keep-alive` requests a second.
  double rate() {
    return rate;
  }

  int seconds() {
    return seconds;
  }
}
