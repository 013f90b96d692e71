package id.antar.query.promise;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import id.antar.api.analytics.Whose;
import id.antar.api.merchant.MerchantId;
import id.antar.api.message.InvalidQuery;
import id.antar.api.order.OrderId;
import id.antar.api.promise.Promise;
import id.antar.api.promise.PromiseQuery.GetPromiseReport;
import id.antar.api.promise.PromiseQuery.GetPromises;
import id.antar.api.promise.PromiseQuery.OrderPromises;
import id.antar.api.promise.PromiseQuery.PromiseReport;
import id.antar.query.analytics.OrderFact;
import id.antar.query.projection.Column;
import id.antar.query.projection.Table;
import id.antar.query.promise.PromiseLedger.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;

final class PromiseQueries {

  static final int MOST_ORDERS = 20_000;
  private static final int MOST_LINES = 500_000;
  private static final int MOST_OF_ONE_ORDER = 5_000;

  private final Table<OrderFact> orders;
  private final PromiseLedger ledger;

  PromiseQueries(Table<OrderFact> orders, PromiseLedger ledger) {
    this.orders = orders;
    this.ledger = ledger;
  }

  @QueryHandler
  CompletableFuture<@Nullable OrderPromises> get(GetPromises query) {
    String id = query.orderId().value();
    return orders
        .find(id)
        .thenCombine(
            ledger.list("o.id = ?", List.of(id), MOST_OF_ONE_ORDER),
            (fact, lines) -> fact.map(it -> new Kepts(it, promises(lines)).ofOrder()).orElse(null));
  }

  private static List<Promise> promises(List<Line> lines) {
    return lines.stream().map(Line::promise).toList();
  }

  @QueryHandler
  CompletableFuture<PromiseReport> get(GetPromiseReport query) {
    List<Object> values = new ArrayList<>();
    String condition = condition(query, values);
    return orders
        .list(condition, values, "placed_at, id", MOST_ORDERS + 1)
        .thenCombine(
            ledger.list(condition, values, MOST_LINES + 1),
            (facts, lines) ->
                report(query, complete(facts, MOST_ORDERS), complete(lines, MOST_LINES)));
  }

  private static String condition(GetPromiseReport query, List<Object> values) {
    values.add(Column.toColumn(query.span().from()));
    values.add(Column.toColumn(query.span().to()));
    String condition = "outcome = 'DELIVERED' AND placed_at >= ? AND placed_at < ?";
    Whose whose = query.whose();
    if (whose.courierId() != null) {
      values.add(whose.courierId().value());
      condition += " AND courier_id = ?";
    }
    return condition + ofMerchants(whose.merchants(), values);
  }

  private static String ofMerchants(@Nullable Set<MerchantId> merchants, List<Object> values) {
    if (merchants == null) {
      return "";
    }
    if (merchants.isEmpty()) {
      return " AND FALSE";
    }
    merchants.forEach(merchant -> values.add(merchant.value()));
    return " AND merchant_id IN (?" + ", ?".repeat(merchants.size() - 1) + ")";
  }

  private static <T> List<T> complete(List<T> rows, int most) {
    if (rows.size() > most) {
      throw new InvalidQuery("The span has too many orders. Maybe ask for a shorter one.");
    }
    return rows;
  }

  private static PromiseReport report(
      GetPromiseReport query, List<OrderFact> facts, List<Line> lines) {
    Map<OrderId, List<Promise>> live =
        lines.stream().collect(groupingBy(Line::orderId, mapping(Line::promise, toList())));
    var report = new Report(query);
    for (OrderFact fact : facts) {
      report.add(fact, new Kepts(fact, live.getOrDefault(fact.orderId(), List.of())).all());
    }
    return report.answer();
  }
}
