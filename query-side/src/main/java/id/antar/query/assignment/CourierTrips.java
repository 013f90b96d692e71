package id.antar.query.assignment;

import static java.util.Objects.requireNonNull;

import id.antar.api.assignment.AssignmentView;
import id.antar.query.projection.Table;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// The assignments that were ever offered to a courier, as aggregates.
public final class CourierTrips {

  private final Table<AssignmentView> assignments;

  CourierTrips(Table<AssignmentView> assignments) {
    this.assignments = assignments;
  }

  public CompletableFuture<List<String>> of(String courierId) {
    return assignments.ask(
        "id",
        "courier_id = ?",
        List.of(courierId),
        "",
        row -> "assignment:" + requireNonNull(row.get("id", String.class)));
  }
}
