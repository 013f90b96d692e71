package id.antar.load.gatling;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.nothingFor;
import static io.gatling.javaapi.core.CoreDsl.scenario;

import id.antar.load.gatling.Cast.Company;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// Customers place orders, follow them until the merchant has confirmed, half over WebSocket and
/// half by server-sent events, and call them off. `--users` are the merchants, `--rate` orders a
/// second.
public final class CustomersSimulation extends EngineSimulation {

  public CustomersSimulation() {
    super(Scenario.CUSTOMERS, Duration.ofSeconds(30));
    setUp(
            scenario("merchants")
                .exec(merchants.serve(List.of("confirm")))
                .injectOpen(atOnceUsers(options.users())),
            scenario("customers")
                .exec(customers.orderAndCancel())
                .injectOpen(
                    nothingFor(DOORS_OPEN),
                    constantUsersPerSec(options.rate()).during(options.length())))
        .protocols(Calls.protocol(options.url()))
        .assertions(
            limits(
                Map.of(
                    Customers.PLACE, 200,
                    Customers.CANCEL, 200,
                    Customers.TO_WEB_SOCKET, 300,
                    Customers.TO_EVENTS, 300)));
  }

  @Override
  Company company(LoadOptions options) {
    return new Company(options.users(), 0, 0);
  }
}
