package id.antar.load.gatling;

import static io.gatling.javaapi.core.CoreDsl.details;
import static io.gatling.javaapi.core.CoreDsl.global;

import id.antar.load.gatling.Cast.Company;
import io.gatling.javaapi.core.Assertion;
import io.gatling.javaapi.core.Simulation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the scenarios have in common: their options, and a cast that is there before they begin.
abstract class EngineSimulation extends Simulation {

  /// So long those who live on the streams get to be there before the first order comes.
  static final Duration DOORS_OPEN = Duration.ofSeconds(3);

  final LoadOptions options;
  final Customers customers = new Customers(this::cast, this::day);
  final Merchants merchants = new Merchants(this::cast, this::day);
  final Couriers couriers = new Couriers(this::cast, this::day);
  final Operators operators = new Operators(this::cast, this::day);
  private final Company company;
  private final Duration patience;
  private @Nullable Cast cast;
  private @Nullable Day day;

  /// @param patience how long after the last order the run may go on
  EngineSimulation(Scenario scenario, Duration patience) {
    this.options = LoadOptions.published(scenario);
    this.company = company(options);
    this.patience = patience;
  }

  /// Who is needed.
  abstract Company company(LoadOptions options);

  @Override
  public void before() {
    cast = Cast.gather(options, company);
    day = new Day(DOORS_OPEN.plus(options.length()), patience);
  }

  Cast cast() {
    if (cast == null) {
      throw new IllegalStateException("The cast comes before the play.");
    }
    return cast;
  }

  Day day() {
    if (day == null) {
      throw new IllegalStateException("The day has not begun.");
    }
    return day;
  }

  /// None failed, and these were answered within so many milliseconds in 99 of 100 cases.
  static List<Assertion> limits(Map<String, Integer> p99) {
    List<Assertion> limits = new ArrayList<>();
    limits.add(global().failedRequests().count().is(0L));
    p99.forEach(
        (name, millis) -> limits.add(details(name).responseTime().percentile(99).lt(millis)));
    return limits;
  }
}
