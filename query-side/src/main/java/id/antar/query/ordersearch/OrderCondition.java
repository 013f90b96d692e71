package id.antar.query.ordersearch;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import id.antar.api.customer.CustomerId;
import id.antar.api.message.InvalidQuery;
import id.antar.api.order.OrderSearch.Filter;
import id.antar.query.search.Cells;
import id.antar.query.search.Limits;
import id.antar.query.search.Place;
import id.antar.query.search.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A filter of orders as the search server is asked it.
final class OrderCondition {

  private OrderCondition() {}

  /// @throws InvalidQuery if it can never be fulfilled, or asks for too much
  static void require(Filter filter) {
    Limits.requireText("text", filter.text());
    Limits.requireText("customerName", filter.customerName());
    Limits.requireMetres(filter.near(), filter.withinMetres());
    if (filter.cell() != null) {
      var _ = Cells.resolutionOf(filter.cell());
    }
    requireOrder("placedFrom", filter.placedFrom(), "placedTo", filter.placedTo());
    requireOrder("amountFrom", filter.amountFrom(), "amountTo", filter.amountTo());
    Limits.require(
        filter.currency() == null || filter.currency().matches("[A-Z]{3}"),
        "currency is no code of three capital letters.");
  }

  private static <T extends Comparable<T>> void requireOrder(
      String fromName, @Nullable T from, String toName, @Nullable T to) {
    Limits.require(
        from == null || to == null || from.compareTo(to) <= 0,
        fromName + " (" + from + ") is beyond " + toName + " (" + to + ").");
  }

  static Query of(Filter filter, Optional<List<CustomerId>> customers) {
    List<Query> filters = new ArrayList<>();
    equal("customerId", filter.customerId(), filters);
    equal("merchantId", filter.merchantId(), filters);
    equal("courierId", filter.courierId(), filters);
    equal("paymentMethods", filter.paymentMethod(), filters);
    equal("currency", filter.currency(), filters);
    if (!filter.statuses().isEmpty()) {
      filters.add(anyOf("status", filter.statuses()));
    }
    customers.ifPresent(named -> filters.add(anyOf("customerId", named)));
    if (filter.placedFrom() != null || filter.placedTo() != null) {
      filters.add(placed(filter.placedFrom(), filter.placedTo()));
    }
    if (filter.amountFrom() != null || filter.amountTo() != null) {
      filters.add(costing(filter.amountFrom(), filter.amountTo()));
    }
    places(filter, filters);
    List<Query> words =
        filter.hasText()
            ? List.of(Words.all("words", Objects.requireNonNull(filter.text())))
            : List.of();
    return Query.of(q -> q.bool(b -> b.filter(filters).must(words)));
  }

  private static void places(Filter filter, List<Query> filters) {
    if (filter.near() != null && filter.withinMetres() != null) {
      filters.add(Place.within("pickup", filter.near(), filter.withinMetres()));
    }
    if (filter.box() != null) {
      filters.add(Place.within("pickup", filter.box()));
    }
    if (filter.cell() != null) {
      equal("cell" + Cells.resolutionOf(filter.cell()), filter.cell(), filters);
    }
  }

  private static void equal(String field, @Nullable Object value, List<Query> filters) {
    if (value != null) {
      filters.add(Query.of(q -> q.term(t -> t.field(field).value(value.toString()))));
    }
  }

  private static Query anyOf(String field, Collection<?> values) {
    List<FieldValue> texts = values.stream().map(it -> FieldValue.of(it.toString())).toList();
    return Query.of(q -> q.terms(t -> t.field(field).terms(of -> of.value(texts))));
  }

  private static Query placed(@Nullable Instant from, @Nullable Instant to) {
    return Query.of(q ->
        q.range(r ->
            r.date(d -> {
              d.field("placedAt");
              if (from != null) {
                d.gte(from.toString());
              }
              return to == null ? d : d.lt(to.toString());
            })));
  }

  private static Query costing(@Nullable Long from, @Nullable Long to) {
    return Query.of(q ->
        q.range(r ->
            r.term(t -> {
              t.field("amount");
              if (from != null) {
                t.gte(from.toString());
              }
              return to == null ? t : t.lte(to.toString());
            })));
  }
}
