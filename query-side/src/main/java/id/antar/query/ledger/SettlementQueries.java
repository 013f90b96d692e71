package id.antar.query.ledger;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import id.antar.api.ledger.LedgerLine;
import id.antar.api.ledger.LedgerLine.Purpose;
import id.antar.api.ledger.LedgerQuery.GetSettlement;
import id.antar.api.ledger.LedgerQuery.Settlement;
import id.antar.api.ledger.LedgerQuery.Settlement.Row;
import id.antar.api.merchant.BusinessDays;
import id.antar.api.merchant.MerchantView;
import id.antar.api.money.Money;
import id.antar.query.projection.Column;
import id.antar.query.projection.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.axonframework.queryhandling.QueryHandler;

/// What merchants are due of a day. Those whose days begin alike are asked for together; one that
/// is not known here has the usual days, so that nothing of the ledger is left out.
final class SettlementQueries {

  private static final String OTHERS =
      "holder NOT IN (SELECT id FROM query_merchant WHERE days <> ?)";
  private static final String THESE = "holder IN (SELECT id FROM query_merchant WHERE days = ?)";

  private final Table<LedgerLine> lines;
  private final Table<MerchantView> merchants;

  SettlementQueries(Table<LedgerLine> lines, Table<MerchantView> merchants) {
    this.lines = lines;
    this.merchants = merchants;
  }

  @QueryHandler
  CompletableFuture<Settlement> get(GetSettlement query) {
    LocalDate date = query.date();
    CompletableFuture<List<Row>> rows =
        query.zone() == null
            ? kindsOfDays().thenCompose(kinds -> ofEach(date, kinds))
            : rows(Day.of(date, new BusinessDays(query.zone(), List.of())), "TRUE", List.of());
    return rows.thenApply(found -> new Settlement(date, sorted(found)));
  }

  private CompletableFuture<List<BusinessDays>> kindsOfDays() {
    return merchants.ask(
        "DISTINCT days",
        "days <> ?",
        List.of(BusinessDays.USUAL.toString()),
        "ORDER BY days",
        row -> BusinessDays.parse(LedgerQueries.text(row, "days")));
  }

  private CompletableFuture<List<Row>> ofEach(LocalDate date, List<BusinessDays> kinds) {
    CompletableFuture<List<Row>> all =
        rows(Day.of(date, BusinessDays.USUAL), OTHERS, List.of(BusinessDays.USUAL.toString()));
    for (BusinessDays days : kinds) {
      all =
          all.thenCombine(
              rows(Day.of(date, days), THESE, List.of(days.toString())), SettlementQueries::both);
    }
    return all;
  }

  private CompletableFuture<List<Row>> rows(Day day, String whose, List<Object> values) {
    List<Object> all = new ArrayList<>();
    all.add(Column.toColumn(day.from()));
    all.add(Column.toColumn(day.to()));
    all.addAll(values);
    return lines
        .ask(
            "holder, purpose, " + LedgerQueries.SUM,
            "kind IN ('MERCHANT', 'TAX') AND booked_at >= ? AND booked_at < ? AND " + whose,
            all,
            "GROUP BY holder, purpose, currency",
            row ->
                new Turned(
                    LedgerQueries.text(row, "holder"),
                    Purpose.valueOf(LedgerQueries.text(row, "purpose")),
                    LedgerQueries.sum(row),
                    LedgerQueries.count(row)))
        .thenApply(turned -> rows(day, turned));
  }

  private static List<Row> rows(Day day, List<Turned> turned) {
    return turned.stream()
        .collect(
            groupingBy(it -> it.holder() + " " + it.amount().currency(), TreeMap::new, toList()))
        .values()
        .stream()
        .map(ofMerchant -> row(day, ofMerchant))
        .toList();
  }

  private static Row row(Day day, List<Turned> ofMerchant) {
    Turned first = ofMerchant.getFirst();
    String currency = first.amount().currency();
    Map<Purpose, Turned> by = new EnumMap<>(Purpose.class);
    ofMerchant.forEach(it -> by.put(it.why(), it));
    Money sales = credit(by, Purpose.SALE, currency);
    Money discounts = Money.zero(currency).minus(credit(by, Purpose.DISCOUNT, currency));
    Money commission = Money.zero(currency).minus(credit(by, Purpose.COMMISSION, currency));
    Money refunds = Money.zero(currency).minus(credit(by, Purpose.REFUND, currency));
    Turned sold = by.get(Purpose.SALE);
    return new Row(
        first.holder(),
        day.from(),
        day.to(),
        sold == null ? 0 : sold.lines(),
        sales,
        discounts,
        commission,
        refunds,
        credit(by, Purpose.TAX, currency),
        sales.minus(discounts).minus(commission).minus(refunds));
  }

  private static Money credit(Map<Purpose, Turned> by, Purpose why, String currency) {
    Turned turned = by.get(why);
    return turned == null ? Money.zero(currency) : Money.zero(currency).minus(turned.amount());
  }

  private static List<Row> both(List<Row> some, List<Row> others) {
    List<Row> all = new ArrayList<>(some);
    all.addAll(others);
    return all;
  }

  private static List<Row> sorted(List<Row> rows) {
    return rows.stream()
        .sorted(Comparator.comparing(Row::merchantId).thenComparing(row -> row.net().currency()))
        .toList();
  }

  /// A sum that the database made.
  private record Turned(String holder, Purpose why, Money amount, long lines) {}

  private record Day(Instant from, Instant to) {

    static Day of(LocalDate date, BusinessDays days) {
      return new Day(days.startOf(date), days.startOf(date.plusDays(1)));
    }
  }
}
