package id.antar.load.gatling;

import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.nothingFor;
import static io.gatling.javaapi.core.CoreDsl.rampUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.scenario;

import id.antar.load.gatling.Cast.Company;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.PopulationBuilder;
import java.time.Duration;
import java.util.Map;

/// Orders are placed and read at `--rate` requests a second, half and half, and searched for at a
/// twentieth of that, whatever the engine's answers take: requests come when they come, and share
/// kept-alive connections. A ramp before, of the same kind, warms the engine up; it counts for
/// errors alone. `--users` are the merchants.
public final class ApiSimulation extends EngineSimulation {

  private static final String WARM_UP = "warm-up: ";
  private static final Duration RAMP = Duration.ofSeconds(30);

  /// The first order is there before it is read.
  private static final Duration HEAD_START = Duration.ofSeconds(3);

  private static final double SEARCHES = 0.05;

  public ApiSimulation() {
    super(Scenario.API, Duration.ZERO);
    Shoppers shoppers = new Shoppers(this::cast, customers);
    double half = options.rate() / 2;
    double searches = options.rate() * SEARCHES;
    setUp(
            warmUp("place", shoppers.place(WARM_UP), half, Duration.ZERO),
            warmUp("read", shoppers.read(WARM_UP), half, HEAD_START),
            warmUp("search", shoppers.search(WARM_UP), searches, HEAD_START),
            measured("place", shoppers.place(""), half),
            measured("read", shoppers.read(""), half),
            measured("search", shoppers.search(""), searches))
        .protocols(Calls.protocol(options.url()).shareConnections())
        .assertions(limits(Map.of(Shoppers.PLACE, 200, Shoppers.READ, 200, Shoppers.SEARCH, 500)));
  }

  private static PopulationBuilder warmUp(
      String name, ChainBuilder chain, double rate, Duration later) {
    return scenario(WARM_UP + name)
        .exec(chain)
        .injectOpen(
            nothingFor(later), rampUsersPerSec(rate / 20).to(rate).during(RAMP.minus(later)));
  }

  private PopulationBuilder measured(String name, ChainBuilder chain, double rate) {
    return scenario(name)
        .exec(chain)
        .injectOpen(nothingFor(RAMP), constantUsersPerSec(rate).during(options.length()));
  }

  @Override
  Company company(LoadOptions options) {
    return new Company(options.users(), 0, 5);
  }
}
