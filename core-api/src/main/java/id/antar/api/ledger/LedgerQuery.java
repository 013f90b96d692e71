package id.antar.api.ledger;

import id.antar.api.ledger.LedgerLine.Page;
import id.antar.api.ledger.LedgerLine.Purpose;
import id.antar.api.message.Query;
import id.antar.api.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Questions to the ledger. A moment is one of booking: what was booked before it is in, what is
/// booked at it or later is not.
public sealed interface LedgerQuery<R> extends Query<R> {

  /// All accounts of each kind together.
  record GetTrialBalance(@Nullable Instant asOf) implements LedgerQuery<TrialBalance> {
    @Override
    public Class<TrialBalance> answer() {
      return TrialBalance.class;
    }
  }

  record GetBalance(Account account, @Nullable Instant asOf) implements LedgerQuery<Balance> {
    @Override
    public Class<Balance> answer() {
      return Balance.class;
    }
  }

  /// The lines of one account, oldest first. The cursor is the last answer's `nextCursor`.
  record ListLines(
      Account account,
      @Nullable Instant from,
      @Nullable Instant to,
      @Nullable String cursor,
      int limit)
      implements LedgerQuery<Page> {
    @Override
    public Class<Page> answer() {
      return Page.class;
    }
  }

  /// What happened on one account from a moment on, until another.
  record GetStatement(Account account, Instant from, Instant to) implements LedgerQuery<Statement> {
    @Override
    public Class<Statement> answer() {
      return Statement.class;
    }
  }

  /// What all merchants are due of a day.
  ///
  /// @param zone whose day it is; each merchant's own if absent
  record GetSettlement(LocalDate date, @Nullable ZoneId zone) implements LedgerQuery<Settlement> {
    @Override
    public Class<Settlement> answer() {
      return Settlement.class;
    }
  }

  /// @param sums zero in every currency, always
  record TrialBalance(List<KindBalance> balances, List<Money> sums) {
    public TrialBalance {
      balances = List.copyOf(balances);
      sums = List.copyOf(sums);
    }
  }

  record KindBalance(AccountKind kind, Money balance, long lines) {}

  /// @param amounts one for each currency that the account has lines in
  record Balance(Account account, List<Money> amounts, long lines) {
    public Balance {
      amounts = List.copyOf(amounts);
    }
  }

  /// @param turnover what each purpose brought or took within the span
  /// @param lines of the span, oldest first, one more than [#MOST_LINES] if there are more
  record Statement(
      Account account,
      Instant from,
      Instant to,
      List<Money> opening,
      List<Turnover> turnover,
      List<Money> closing,
      List<LedgerLine> lines) {

    public static final int MOST_LINES = 10_000;

    public Statement {
      opening = List.copyOf(opening);
      turnover = List.copyOf(turnover);
      closing = List.copyOf(closing);
      lines = List.copyOf(lines);
    }
  }

  /// @param lines how many
  record Turnover(Purpose purpose, Money amount, long lines) {}

  record Settlement(LocalDate date, List<Row> rows) {
    public Settlement {
      rows = List.copyOf(rows);
    }

    /// What the platform owes one merchant of the day; credits are shown as positive here.
    ///
    /// @param from the day's beginning
    /// @param to its end, which is the next one's beginning
    /// @param orders how many were delivered
    /// @param tax that is owed to the state, and not to the merchant
    /// @param refunds what the merchant gave back
    /// @param net sales, less discounts, commission and refunds
    public record Row(
        String merchantId,
        Instant from,
        Instant to,
        long orders,
        Money sales,
        Money discounts,
        Money commission,
        Money refunds,
        Money tax,
        Money net) {}
  }
}
