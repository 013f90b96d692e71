package id.antar.query.rating;

import id.antar.api.review.ReviewQuery.ListRatings;
import id.antar.api.review.ReviewQuery.Rated;
import id.antar.api.review.ReviewQuery.Ratings;
import id.antar.query.projection.Column;
import id.antar.query.projection.Parties;
import id.antar.query.projection.Table;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.axonframework.queryhandling.QueryHandler;

final class RatingQueries {

  private final Table<RatingRow> ratings;

  RatingQueries(Table<RatingRow> ratings) {
    this.ratings = ratings;
  }

  @QueryHandler
  CompletableFuture<Ratings> list(ListRatings query) {
    List<String> keys = query.subjects().stream().map(Parties::key).distinct().toList();
    return keys.isEmpty()
        ? CompletableFuture.completedFuture(new Ratings(List.of()))
        : ratings
            .list("id IN (?" + ", ?".repeat(keys.size() - 1) + ")", keys, "id", keys.size())
            .thenApply(RatingQueries::answer);
  }

  private static Ratings answer(List<RatingRow> rows) {
    return new Ratings(rows.stream().map(row -> new Rated(row.subject(), row.rating())).toList());
  }

  static List<Column<RatingRow>> columns() {
    return List.of(Column.text("side", row -> row.subject().side()));
  }
}
