package id.antar.infra.chain;

import id.antar.infra.chain.ReadLog.ChainEnd;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.ToDoubleFunction;
import org.springframework.dao.DataAccessException;

/// How far the chain is behind. Not a number while the database does not say.
final class ChainMeters implements MeterBinder {
  private final ChainTable table;

  ChainMeters(ChainTable table) {
    this.table = table;
  }

  @Override
  public void bindTo(MeterRegistry meters) {
    var _ =
        Gauge.builder("antar.log.chain.lag", table, known(ChainMeters::lag))
            .description("Positions of the log that are not chained yet.")
            .register(meters);
    var _ =
        Gauge.builder("antar.log.unsigned", table, known(ChainMeters::unsigned))
            .description("Chained events that no checkpoint covers yet.")
            .register(meters);
  }

  private static double lag(ChainTable table) {
    ChainEnd end = table.end();
    return Math.max(0, table.head() - end.link().index());
  }

  private static double unsigned(ChainTable table) {
    return table.end().events() - table.lastCheckpoint().map(it -> it.events()).orElse(0L);
  }

  private static ToDoubleFunction<ChainTable> known(ToDoubleFunction<ChainTable> value) {
    return table -> {
      try {
        return value.applyAsDouble(table);
      } catch (DataAccessException e) {
        return Double.NaN;
      }
    };
  }
}
