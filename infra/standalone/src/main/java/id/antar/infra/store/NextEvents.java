package id.antar.infra.store;

import static java.util.stream.Collectors.joining;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;

/// Asks for the next events after a place, and for those that have appeared in gaps before it. The
/// framework asks for the events of the next places instead, finds nothing if all of them are
/// empty, and then has to ask whether there is anything further on.
final class NextEvents {

  private NextEvents() {}

  static PreparedStatement after(Connection connection, EventSchema schema, long place, int most)
      throws SQLException {
    return afterAndIn(connection, schema, place, most, List.of());
  }

  static PreparedStatement afterAndIn(
      Connection connection, EventSchema schema, long place, int most, List<Long> gaps)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql(schema, most, gaps));
    statement.setLong(1, place);
    for (int i = 0; i < gaps.size(); i++) {
      statement.setLong(i + 2, gaps.get(i));
    }
    return statement;
  }

  private static String sql(EventSchema schema, int most, List<Long> gaps) {
    String place = schema.globalIndexColumn();
    String inGaps =
        gaps.isEmpty()
            ? ""
            : " OR %s IN (%s)".formatted(place, gaps.stream().map(_ -> "?").collect(joining(", ")));
    return "SELECT %s FROM %s WHERE %s > ?%s ORDER BY %s LIMIT %d"
        .formatted(
            schema.trackedEventFields(), schema.domainEventTable(), place, inGaps, place, most);
  }
}
