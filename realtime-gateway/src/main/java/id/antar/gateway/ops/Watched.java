package id.antar.gateway.ops;

import io.micrometer.core.instrument.Measurement;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Statistic;
import java.util.stream.StreamSupport;

/// What is watched: the sum of all meters of a name.
enum Watched {
  REQUESTS("http.server.requests", Statistic.COUNT),
  REFUSED("antar.requests.refused", Statistic.COUNT),
  COMMANDS("antar.commands", Statistic.COUNT),
  QUERIES("antar.queries", Statistic.COUNT),
  ROUNDS("antar.dispatch.round", Statistic.COUNT),
  POSITIONS("antar.position.fanout", Statistic.COUNT),
  CONNECTIONS("antar.stream.connections", Statistic.VALUE),
  SUBSCRIPTIONS("antar.stream.subscriptions", Statistic.VALUE);

  private final String meter;
  private final Statistic statistic;

  Watched(String meter, Statistic statistic) {
    this.meter = meter;
    this.statistic = statistic;
  }

  /// Whether it is how many there are, not how often something happens.
  boolean isLevel() {
    return statistic == Statistic.VALUE;
  }

  boolean isIn(MeterRegistry meters) {
    return !meters.find(meter).meters().isEmpty();
  }

  double read(MeterRegistry meters) {
    return meters.find(meter).meters().stream().mapToDouble(this::read).sum();
  }

  private double read(Meter found) {
    return StreamSupport.stream(found.measure().spliterator(), false)
        .filter(it -> it.getStatistic() == statistic)
        .mapToDouble(Measurement::getValue)
        .sum();
  }
}
