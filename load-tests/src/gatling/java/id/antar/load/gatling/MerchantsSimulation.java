package id.antar.load.gatling;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.nothingFor;
import static io.gatling.javaapi.core.CoreDsl.scenario;

import id.antar.load.gatling.Cast.Company;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// Merchants follow what is ordered at theirs, confirm, start and mark ready; as nobody carries it,
/// they call it off after that. `--users` are the merchants, `--rate` orders a second.
public final class MerchantsSimulation extends EngineSimulation {

  public MerchantsSimulation() {
    super(Scenario.MERCHANTS, Duration.ofSeconds(60));
    setUp(
            scenario("merchants")
                .exec(merchants.serve(List.of("confirm", "start", "ready", "cancel")))
                .injectOpen(atOnceUsers(options.users())),
            scenario("customers")
                .exec(customers.order(Customers.PLACE, true))
                .injectOpen(
                    nothingFor(DOORS_OPEN),
                    constantUsersPerSec(options.rate()).during(options.length())))
        .protocols(Calls.protocol(options.url()))
        .assertions(
            limits(
                Map.of(
                    Merchants.TO_MERCHANT,
                    1000,
                    Merchants.request("confirm"),
                    200,
                    Merchants.request("start"),
                    200,
                    Merchants.request("ready"),
                    200)));
  }

  @Override
  Company company(LoadOptions options) {
    return new Company(options.users(), 0, 0);
  }
}
