package id.antar.query.analytics;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import id.antar.api.analytics.AnalyticsQuery.Figure;
import id.antar.api.analytics.AnalyticsQuery.GetFigures;
import id.antar.api.analytics.Dimension;
import id.antar.api.analytics.Measure;
import id.antar.api.analytics.Whose;
import id.antar.api.merchant.MerchantId;
import id.antar.query.projection.Column;
import io.r2dbc.spi.Readable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One measure's figures, as a question to the database: the pieces of the span are the groups, so
/// no row of an order leaves it. No alias is the name of a column, which would be grouped by in its
/// place. Percentiles are by the nearest rank, and exact.
final class FigureSql {

  private static final String ORDERS = "query_order_fact o";
  private static final String OFFERS =
      "query_offer_fact f JOIN query_order_fact o ON o.id = f.order_id";

  private final GetFigures query;
  private final Measure measure;
  private final List<Instant> starts;
  private final List<Object> values = new ArrayList<>();

  FigureSql(GetFigures query, Measure measure) {
    this.query = query;
    this.measure = measure;
    this.starts = query.span().starts();
  }

  String text() {
    return switch (measure) {
      case ORDERS -> counts("COUNT(*)", "COUNT(*)", "NULL", "TRUE");
      case DELIVERED -> counts("COUNT(*)", "COUNT(*)", "NULL", "o.outcome = 'DELIVERED'");
      case CANCELLED -> shares("o.outcome = 'CANCELLED'", "TRUE");
      case REVENUE -> counts("COUNT(*)", "SUM(o.revenue)", "o.currency", "o.outcome = 'DELIVERED'");
      case CLICK_TO_DOOR -> times("o.click_to_door");
      case READY_TO_PICKUP -> times("o.ready_to_pickup");
      case READY_TO_DOOR -> times("o.ready_to_door");
      case OFFERS -> counts("COUNT(*)", "COUNT(*)", "NULL", "TRUE");
      case OFFERS_ACCEPTED -> counts("COUNT(*)", "COUNT(*)", "NULL", "f.outcome = 'ACCEPTED'");
      case OFFERS_DECLINED -> counts("COUNT(*)", "COUNT(*)", "NULL", "f.outcome = 'DECLINED'");
      case OFFERS_EXPIRED -> counts("COUNT(*)", "COUNT(*)", "NULL", "f.outcome = 'EXPIRED'");
      case ACCEPTANCE ->
          shares("f.outcome = 'ACCEPTED'", "f.outcome IN ('ACCEPTED', 'DECLINED', 'EXPIRED')");
      case ON_SHIFT, BUSY, UTILISATION ->
          throw new IllegalArgumentException(measure + " is not made of rows.");
    };
  }

  List<Object> values() {
    return Collections.unmodifiableList(values);
  }

  /// The count of a share is of what it is a share of.
  private String shares(String part, String whole) {
    return counts(
        "COUNT(*)", "AVG(CASE WHEN %s THEN 1e0 ELSE 0e0 END)".formatted(part), "NULL", whole);
  }

  private String counts(String count, String value, String currency, String condition) {
    return """
    SELECT %s AS piece, %s AS dimension, %s AS money, %s AS members, %s AS figure, \
    NULL AS p50, NULL AS p90 FROM %s WHERE %s \
    GROUP BY piece, dimension, money ORDER BY piece, dimension, money\
    """
        .formatted(piece(), key(), currency, count, value, from(), where(condition));
  }

  private String times(String seconds) {
    return """
    SELECT piece, dimension, NULL AS money, COUNT(*) AS members, AVG(seconds + 0e0) AS figure, \
    MAX(CASE WHEN place = CEIL(0.5 * members) THEN seconds END) AS p50, \
    MAX(CASE WHEN place = CEIL(0.9 * members) THEN seconds END) AS p90 \
    FROM (SELECT piece, dimension, seconds, \
    ROW_NUMBER() OVER (PARTITION BY piece, dimension ORDER BY seconds) AS place, \
    COUNT(*) OVER (PARTITION BY piece, dimension) AS members \
    FROM (SELECT %s AS piece, %s AS dimension, %s AS seconds FROM %s WHERE %s) facts) ranked \
    GROUP BY piece, dimension ORDER BY piece, dimension\
    """
        .formatted(piece(), key(), seconds, from(), where(seconds + " IS NOT NULL"));
  }

  /// Which piece a row belongs to, by the moments when the others begin.
  private String piece() {
    return starts.size() == 1
        ? "0"
        : "INTERVAL(TIMESTAMPDIFF(SECOND, '1970-01-01', %s), %s)"
            .formatted(
                at(),
                starts.stream()
                    .skip(1)
                    .map(start -> Long.toString(start.getEpochSecond()))
                    .collect(joining(", ")));
  }

  private String key() {
    return switch (query.by()) {
      case ALL -> "NULL";
      case CELL -> "o.cell";
      case MERCHANT -> "o.merchant_id";
      case COURIER -> isOfOffers() ? "f.courier_id" : "o.courier_id";
    };
  }

  private String at() {
    return isOfOffers() ? "f.offered_at" : "o.placed_at";
  }

  private String from() {
    return isOfOffers() ? OFFERS : ORDERS;
  }

  private boolean isOfOffers() {
    return measure.of() == Measure.Of.OFFERS;
  }

  private String where(String condition) {
    Whose whose = query.whose();
    values.add(Column.toColumn(query.span().from()));
    values.add(Column.toColumn(query.span().to()));
    String all = "%2$s >= ? AND %2$s < ? AND %1$s".formatted(condition, at());
    if (whose.courierId() != null) {
      values.add(whose.courierId().value());
      all += isOfOffers() ? " AND f.courier_id = ?" : " AND o.courier_id = ?";
    }
    return all + ofMerchants(whose.merchants());
  }

  private String ofMerchants(@Nullable Set<MerchantId> merchants) {
    if (merchants == null) {
      return "";
    }
    if (merchants.isEmpty()) {
      return " AND FALSE";
    }
    merchants.forEach(merchant -> values.add(merchant.value()));
    return " AND o.merchant_id IN (?" + ", ?".repeat(merchants.size() - 1) + ")";
  }

  Figure figure(Readable row) {
    return new Figure(
        measure,
        starts.get(requireNonNull(row.get("piece", Integer.class))),
        query.by() == Dimension.ALL ? null : row.get("dimension", String.class),
        row.get("money", String.class),
        requireNonNull(row.get("members", Long.class)),
        requireNonNull(row.get("figure", BigDecimal.class)).doubleValue(),
        number(row, "p50"),
        number(row, "p90"));
  }

  private static @Nullable Double number(Readable row, String column) {
    Long found = row.get(column, Long.class);
    return found == null ? null : found.doubleValue();
  }
}
