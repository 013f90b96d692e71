package id.antar.query.assignment;

import id.antar.api.assignment.AssignmentView;
import id.antar.api.assignment.AssignmentView.GetAssignment;
import id.antar.api.assignment.AssignmentView.ListOpenAssignments;
import id.antar.api.assignment.AssignmentView.OpenAssignments;
import id.antar.query.projection.Column;
import id.antar.query.projection.Paging;
import id.antar.query.projection.Table;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;

final class AssignmentQueries {

  private final Table<AssignmentView> assignments;

  AssignmentQueries(Table<AssignmentView> assignments) {
    this.assignments = assignments;
  }

  @QueryHandler
  CompletableFuture<@Nullable AssignmentView> get(GetAssignment query) {
    return assignments.find(query.assignmentId().value()).thenApply(found -> found.orElse(null));
  }

  @QueryHandler
  CompletableFuture<OpenAssignments> list(ListOpenAssignments query) {
    return assignments
        .list(
            "courier_id = ? AND state_name IN ('OFFERED', 'ACCEPTED')",
            List.of(query.courierId().value()),
            "offered_at, id",
            Paging.LARGEST)
        .thenApply(OpenAssignments::new);
  }

  static List<Column<AssignmentView>> columns() {
    return List.of(
        Column.text("courier_id", AssignmentView::courierId),
        Column.text("state_name", AssignmentView::state),
        Column.at("offered_at", AssignmentView::offeredAt));
  }
}
