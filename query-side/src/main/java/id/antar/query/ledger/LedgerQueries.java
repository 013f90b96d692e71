package id.antar.query.ledger;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import id.antar.api.ledger.Account;
import id.antar.api.ledger.AccountKind;
import id.antar.api.ledger.LedgerLine;
import id.antar.api.ledger.LedgerLine.Page;
import id.antar.api.ledger.LedgerQuery.Balance;
import id.antar.api.ledger.LedgerQuery.GetBalance;
import id.antar.api.ledger.LedgerQuery.GetStatement;
import id.antar.api.ledger.LedgerQuery.GetTrialBalance;
import id.antar.api.ledger.LedgerQuery.KindBalance;
import id.antar.api.ledger.LedgerQuery.ListLines;
import id.antar.api.ledger.LedgerQuery.Statement;
import id.antar.api.ledger.LedgerQuery.TrialBalance;
import id.antar.api.ledger.LedgerQuery.Turnover;
import id.antar.api.money.Money;
import id.antar.query.projection.Column;
import id.antar.query.projection.Cursor;
import id.antar.query.projection.Paging;
import id.antar.query.projection.Table;
import io.r2dbc.spi.Readable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;

/// Sums are made by the database, over an index that holds all they need.
final class LedgerQueries {

  private static final String CURSOR = "ledger";
  private static final String ORDER = "booked_at, entry, purpose";
  static final String SUM = "currency, SUM(amount) AS amount, COUNT(*) AS line_count";

  private final Table<LedgerLine> lines;

  LedgerQueries(Table<LedgerLine> lines) {
    this.lines = lines;
  }

  @QueryHandler
  CompletableFuture<TrialBalance> get(GetTrialBalance query) {
    var span = Span.before(query.asOf());
    return lines
        .ask(
            "kind, " + SUM,
            span.condition(),
            span.values(),
            "GROUP BY kind, currency ORDER BY kind, currency",
            row -> new KindBalance(AccountKind.valueOf(text(row, "kind")), sum(row), count(row)))
        .thenApply(kinds ->
            new TrialBalance(kinds, totals(kinds.stream().map(KindBalance::balance).toList())));
  }

  @QueryHandler
  CompletableFuture<Balance> get(GetBalance query) {
    return sums(Span.before(query.asOf()).of(query.account()))
        .thenApply(found ->
            new Balance(
                query.account(),
                found.stream().map(Turned::amount).toList(),
                found.stream().mapToLong(Turned::lines).sum()));
  }

  @QueryHandler
  CompletableFuture<Page> list(ListLines query) {
    int limit = Paging.requireLimit(query.limit());
    Span span = Span.between(query.from(), query.to()).of(query.account()).after(query.cursor());
    return lines
        .list(span.condition(), span.values(), ORDER, limit + 1)
        .thenApply(found ->
            new Page(
                Paging.page(found, limit),
                Paging.nextCursor(found, limit, LedgerQueries::cursorAfter)));
  }

  @QueryHandler
  CompletableFuture<Statement> get(GetStatement query) {
    Span within = Span.between(query.from(), query.to()).of(query.account());
    var all = lines.list(within.condition(), within.values(), ORDER, Statement.MOST_LINES + 1);
    return sums(Span.before(query.from()).of(query.account()))
        .thenCombine(all, (opening, found) -> statement(query, opening, found));
  }

  /// Turnover and closing are of the very lines that are told.
  static Statement statement(GetStatement query, List<Turned> opening, List<LedgerLine> lines) {
    List<Money> before = opening.stream().map(Turned::amount).toList();
    List<Money> all = new ArrayList<>(before);
    lines.forEach(line -> all.add(line.amount()));
    return new Statement(
        query.account(), query.from(), query.to(), before, turnover(lines), totals(all), lines);
  }

  private static List<Turnover> turnover(List<LedgerLine> lines) {
    return lines.stream()
        .collect(groupingBy(LedgerQueries::purposeAndCurrency, TreeMap::new, toList()))
        .values()
        .stream()
        .map(alike ->
            new Turnover(
                alike.getFirst().purpose(),
                alike.stream().map(LedgerLine::amount).reduce(Money::plus).orElseThrow(),
                alike.size()))
        .toList();
  }

  private static String purposeAndCurrency(LedgerLine line) {
    return line.purpose() + " " + line.amount().currency();
  }

  private CompletableFuture<List<Turned>> sums(Span span) {
    return lines.ask(
        SUM,
        span.condition(),
        span.values(),
        "GROUP BY currency ORDER BY currency",
        row -> new Turned(sum(row), count(row)));
  }

  /// A sum that the database made.
  record Turned(Money amount, long lines) {}

  private static List<Money> totals(List<Money> amounts) {
    Map<String, Money> totals = new TreeMap<>();
    amounts.forEach(it -> totals.merge(it.currency(), it, Money::plus));
    return List.copyOf(totals.values());
  }

  static Money sum(Readable row) {
    BigDecimal amount = requireNonNull(row.get("amount", BigDecimal.class));
    return Money.of(amount.longValueExact(), text(row, "currency"));
  }

  static long count(Readable row) {
    return requireNonNull(row.get("line_count", Long.class));
  }

  static String text(Readable row, String column) {
    return requireNonNull(row.get(column, String.class), column);
  }

  private static String cursorAfter(LedgerLine line) {
    return Cursor.encode(
        CURSOR, List.of(line.bookedAt().toString(), line.entry(), line.purpose().name()));
  }

  /// Which lines, as SQL.
  private record Span(String condition, List<Object> values) {

    static Span before(@Nullable Instant end) {
      return between(null, end);
    }

    static Span between(@Nullable Instant from, @Nullable Instant to) {
      return new Span("TRUE", List.of()).and("booked_at >= ?", from).and("booked_at < ?", to);
    }

    Span of(Account account) {
      return new Span(condition + " AND account = ?", with(account.toString()));
    }

    Span after(@Nullable String cursor) {
      if (cursor == null) {
        return this;
      }
      List<String> last = Cursor.decode(CURSOR, cursor, 3);
      Object bookedAt = Column.toColumn(Cursor.instant(cursor, last.getFirst()));
      List<Object> next = new ArrayList<>(values);
      next.addAll(List.of(bookedAt, last.get(1), last.get(2)));
      return new Span(condition + " AND (booked_at, entry, purpose) > (?, ?, ?)", next);
    }

    private Span and(String more, @Nullable Instant value) {
      return value == null
          ? this
          : new Span(condition + " AND " + more, with(Column.toColumn(value)));
    }

    private List<Object> with(Object value) {
      List<Object> next = new ArrayList<>(values);
      next.add(value);
      return next;
    }
  }

  static List<Column<LedgerLine>> columns() {
    return List.of(
        Column.text("account", LedgerLine::account),
        Column.text("kind", line -> line.account().kind().name()),
        Column.text("holder", line -> line.account().holder()),
        Column.text("purpose", line -> line.purpose().name()),
        Column.text("currency", line -> line.amount().currency()),
        new Column<>("amount", Long.class, line -> line.amount().minor()),
        Column.text("entry", LedgerLine::entry),
        Column.at("booked_at", LedgerLine::bookedAt));
  }
}
