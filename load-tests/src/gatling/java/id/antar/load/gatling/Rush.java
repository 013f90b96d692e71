package id.antar.load.gatling;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.nothingFor;
import static io.gatling.javaapi.core.CoreDsl.rampUsers;
import static io.gatling.javaapi.core.CoreDsl.scenario;

import id.antar.load.gatling.Cast.Company;
import io.gatling.javaapi.core.OpenInjectionStep;
import io.gatling.javaapi.core.PopulationBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// A whole town: what is ordered is cooked, carried and delivered, while operators look on.
final class Rush {

  /// The last order may need so long: two doors for its courier, and one before that.
  static final Duration PATIENCE = Duration.ofMinutes(8);

  static final Map<String, Integer> LIMITS =
      Map.ofEntries(
          Map.entry(Customers.PLACE, 300),
          Map.entry(Customers.TO_WEB_SOCKET, 400),
          Map.entry(Customers.TO_EVENTS, 400),
          Map.entry(Merchants.request("confirm"), 300),
          Map.entry(Merchants.request("start"), 300),
          Map.entry(Merchants.request("ready"), 300),
          Map.entry(Couriers.ACCEPT, 300),
          Map.entry(Couriers.READ, 300),
          Map.entry(Couriers.request("pickup"), 300),
          Map.entry(Couriers.request("dropoff"), 300),
          Map.entry(Couriers.PONG, 300),
          Map.entry(Operators.TO_BOARD, 400),
          Map.entry(Operators.LIST, 300),
          Map.entry(Operators.WHY, 500));

  private Rush() {}

  static List<PopulationBuilder> of(
      EngineSimulation town, Company company, OpenInjectionStep... orders) {
    List<OpenInjectionStep> steps = new ArrayList<>();
    steps.add(nothingFor(EngineSimulation.DOORS_OPEN));
    steps.addAll(Arrays.asList(orders));
    return List.of(
        scenario("merchants")
            .exec(town.merchants.serve(List.of("confirm", "start", "ready")))
            .injectOpen(atOnceUsers(company.merchants())),
        scenario("couriers")
            .exec(town.couriers.ride())
            .injectOpen(rampUsers(company.couriers()).during(EngineSimulation.DOORS_OPEN)),
        scenario("operators")
            .exec(town.operators.watch())
            .injectOpen(atOnceUsers(company.operators())),
        scenario("customers").exec(town.customers.orderAndEat()).injectOpen(steps));
  }
}
