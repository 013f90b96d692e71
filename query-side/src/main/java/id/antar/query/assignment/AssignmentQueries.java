package id.antar.query.assignment;

import id.antar.api.assignment.AssignmentView;
import id.antar.api.assignment.AssignmentView.GetAssignment;
import id.antar.api.assignment.AssignmentView.ListOffers;
import id.antar.api.assignment.AssignmentView.ListOpenAssignments;
import id.antar.api.assignment.AssignmentView.OfferPage;
import id.antar.api.assignment.AssignmentView.OpenAssignments;
import id.antar.query.projection.Column;
import id.antar.query.projection.Cursor;
import id.antar.query.projection.Paging;
import id.antar.query.projection.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;

final class AssignmentQueries {

  private static final String CURSOR = "offers";

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

  @QueryHandler
  CompletableFuture<OfferPage> list(ListOffers query) {
    int limit = Paging.requireLimit(query.limit());
    var condition = new StringBuilder("courier_id = ?");
    var values = new ArrayList<Object>(List.of(query.courierId().value()));
    if (query.cursor() != null) {
      List<String> last = Cursor.decode(CURSOR, query.cursor(), 2);
      Object offeredAt = Column.toColumn(Cursor.instant(query.cursor(), last.getFirst()));
      condition.append(" AND offered_at <= ? AND (offered_at < ? OR id < ?)");
      values.addAll(List.of(offeredAt, offeredAt, last.getLast()));
    }
    return assignments
        .list(condition.toString(), values, "offered_at DESC, id DESC", limit + 1)
        .thenApply(found -> page(found, limit));
  }

  private static OfferPage page(List<AssignmentView> found, int limit) {
    return new OfferPage(
        Paging.page(found, limit),
        Paging.nextCursor(
            found,
            limit,
            view ->
                Cursor.encode(
                    CURSOR, List.of(view.offeredAt().toString(), view.assignmentId().value()))));
  }

  static List<Column<AssignmentView>> columns() {
    return List.of(
        Column.text("courier_id", AssignmentView::courierId),
        Column.text("state_name", AssignmentView::state),
        Column.at("offered_at", AssignmentView::offeredAt));
  }
}
