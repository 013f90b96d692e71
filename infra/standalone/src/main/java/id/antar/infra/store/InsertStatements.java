package id.antar.infra.store;

import java.util.List;
import java.util.stream.IntStream;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;

/// The forms of the statement that stores events: for one row, two, four and so on.
final class InsertStatements {

  private final List<String> byPower;

  /// @param most a power of two
  InsertStatements(EventSchema schema, int most) {
    byPower =
        IntStream.rangeClosed(0, Integer.numberOfTrailingZeros(most))
            .mapToObj(power -> EventRow.insert(schema, 1 << power))
            .toList();
  }

  /// @param rows a power of two
  String of(int rows) {
    return byPower.get(Integer.numberOfTrailingZeros(rows));
  }
}
