package id.antar.query.review;

import id.antar.api.review.ReviewQuery.ListOrderReviews;
import id.antar.api.review.ReviewQuery.ListReviews;
import id.antar.api.review.ReviewQuery.OrderReviews;
import id.antar.api.review.ReviewQuery.ReviewPage;
import id.antar.api.review.ReviewView;
import id.antar.query.projection.Column;
import id.antar.query.projection.Cursor;
import id.antar.query.projection.Paging;
import id.antar.query.projection.Parties;
import id.antar.query.projection.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.axonframework.queryhandling.QueryHandler;

final class ReviewQueries {

  private static final String CURSOR = "reviews";
  private static final String SHOWN = "shown";
  private static final int MOST_OF_AN_ORDER = 10;

  private final Table<ReviewView> reviews;

  ReviewQueries(Table<ReviewView> reviews) {
    this.reviews = reviews;
  }

  @QueryHandler
  CompletableFuture<ReviewPage> list(ListReviews query) {
    int limit = Paging.requireLimit(query.limit());
    var condition = new StringBuilder("subject = ?");
    var values = new ArrayList<Object>(List.of(Parties.key(query.subject())));
    if (!query.hiddenToo()) {
      condition.append(" AND visibility = ?");
      values.add(SHOWN);
    }
    if (query.cursor() != null) {
      List<String> last = Cursor.decode(CURSOR, query.cursor(), 2);
      Object writtenAt = Column.toColumn(Cursor.instant(query.cursor(), last.getFirst()));
      condition.append(" AND written_at <= ? AND (written_at < ? OR id < ?)");
      values.addAll(List.of(writtenAt, writtenAt, last.getLast()));
    }
    return reviews
        .list(condition.toString(), values, "written_at DESC, id DESC", limit + 1)
        .thenApply(found -> page(found, limit));
  }

  @QueryHandler
  CompletableFuture<OrderReviews> list(ListOrderReviews query) {
    return reviews
        .list("order_id = ?", List.of(query.orderId().value()), "written_at, id", MOST_OF_AN_ORDER)
        .thenApply(OrderReviews::new);
  }

  private static ReviewPage page(List<ReviewView> found, int limit) {
    return new ReviewPage(
        Paging.page(found, limit),
        Paging.nextCursor(
            found,
            limit,
            view ->
                Cursor.encode(
                    CURSOR, List.of(view.writtenAt().toString(), view.reviewId().value()))));
  }

  static List<Column<ReviewView>> columns() {
    return List.of(
        Column.text("order_id", ReviewView::orderId),
        Column.text("subject", view -> Parties.key(view.subject())),
        Column.text("visibility", view -> view.isHidden() ? "hidden" : SHOWN),
        Column.at("written_at", ReviewView::writtenAt));
  }
}
