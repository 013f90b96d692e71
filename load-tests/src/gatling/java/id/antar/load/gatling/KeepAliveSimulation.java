package id.antar.load.gatling;

import static io.gatling.javaapi.core.CoreDsl.asLongAs;
import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.pace;
import static io.gatling.javaapi.core.CoreDsl.scenario;

import id.antar.load.gatling.Cast.Company;
import java.time.Duration;
import java.util.Map;

/// Few connections with thousands of requests on each: every user keeps one, and sends the next
/// request in its turn or, if the last answer was late, at once. A request without an answer within
/// 10 s has failed. `--users` are the connections, `--rate` is requests a second over all of them:
/// of four, one places an order and three read.
public final class KeepAliveSimulation extends EngineSimulation {

  private static final int REQUESTS_PER_TURN = 4;

  public KeepAliveSimulation() {
    super(Scenario.KEEP_ALIVE, Duration.ZERO);
    Shoppers shoppers = new Shoppers(this::cast, customers);
    Duration turn =
        Duration.ofNanos((long) (1e9 * REQUESTS_PER_TURN * options.users() / options.rate()));
    setUp(
            scenario("connections")
                .exec(
                    asLongAs(_ -> !day().isNight())
                        .on(
                            pace(turn)
                                .exec(shoppers.place(""))
                                .exec(shoppers.read(""))
                                .exec(shoppers.read(""))
                                .exec(shoppers.read(""))))
                .injectOpen(atOnceUsers(options.users())))
        .protocols(Calls.protocol(options.url()).maxConnectionsPerHost(1))
        .assertions(limits(Map.of(Shoppers.PLACE, 500, Shoppers.READ, 500)));
  }

  @Override
  Company company(LoadOptions options) {
    return new Company(20, 0, 0);
  }
}
