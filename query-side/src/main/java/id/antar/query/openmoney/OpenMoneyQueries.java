package id.antar.query.openmoney;

import static java.util.Objects.requireNonNull;

import id.antar.api.payment.OpenMoney;
import id.antar.api.payment.OpenMoney.CountOpenMoney;
import id.antar.api.payment.OpenMoney.Counts;
import id.antar.api.payment.OpenMoney.Kind;
import id.antar.api.payment.OpenMoney.ListOpenMoney;
import id.antar.api.payment.OpenMoney.Page;
import id.antar.query.projection.Column;
import id.antar.query.projection.Cursor;
import id.antar.query.projection.Paging;
import id.antar.query.projection.Table;
import io.r2dbc.spi.Readable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.axonframework.queryhandling.QueryHandler;

final class OpenMoneyQueries {

  private static final String CURSOR = "open-money";
  private static final String OPEN = "open";

  private final Table<OpenMoneyRow> rows;

  OpenMoneyQueries(Table<OpenMoneyRow> rows) {
    this.rows = rows;
  }

  @QueryHandler
  CompletableFuture<Page> list(ListOpenMoney query) {
    int limit = Paging.requireLimit(query.limit());
    var condition = new StringBuilder("standing = ?");
    var values = new ArrayList<Object>(List.of(OPEN));
    if (query.kind() != null) {
      condition.append(" AND kind = ?");
      values.add(query.kind().name());
    }
    if (query.cursor() != null) {
      List<String> last = Cursor.decode(CURSOR, query.cursor(), 2);
      condition.append(" AND (since, id) > (?, ?)");
      values.add(Column.toColumn(Cursor.instant(query.cursor(), last.getFirst())));
      values.add(last.getLast());
    }
    return rows.list(condition.toString(), values, "since, id", limit + 1)
        .thenApply(found -> page(found, limit));
  }

  @QueryHandler
  CompletableFuture<Counts> count(CountOpenMoney query) {
    return rows.ask(
            "kind, COUNT(*) AS items",
            "standing = ?",
            List.of(OPEN),
            "GROUP BY kind",
            OpenMoneyQueries::counted)
        .thenApply(found ->
            new Counts(
                found.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue))));
  }

  private static Map.Entry<Kind, Long> counted(Readable row) {
    return Map.entry(
        Kind.valueOf(requireNonNull(row.get("kind", String.class))),
        requireNonNull(row.get("items", Long.class)));
  }

  private static Page page(List<OpenMoneyRow> found, int limit) {
    return new Page(
        Paging.page(found, limit).stream().map(OpenMoneyRow::item).toList(),
        Paging.nextCursor(found, limit, OpenMoneyQueries::cursorAfter));
  }

  private static String cursorAfter(OpenMoneyRow row) {
    OpenMoney item = row.item();
    return Cursor.encode(CURSOR, List.of(item.since().toString(), OpenMoneyFold.keyOf(item)));
  }

  static List<Column<OpenMoneyRow>> columns() {
    return List.of(
        Column.text("kind", row -> row.item().kind().name()),
        Column.text("standing", row -> row.open() ? OPEN : "closed"),
        Column.at("since", row -> row.item().since()));
  }
}
