package id.antar.gateway.ledger;

import id.antar.api.ledger.Account;
import id.antar.api.ledger.LedgerLine;
import id.antar.api.ledger.LedgerLine.Purpose;
import id.antar.api.ledger.LedgerQuery.Statement;
import id.antar.api.money.Money;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A statement as its holder reads it: what is in their favour is positive.
///
/// @param opening what the platform owed them before
/// @param turnover what each purpose brought
/// @param entries what was booked, one for each order, tip or payout
/// @param cash the platform's cash in a courier's hands; absent for merchants
record StatementAnswer(
    Account account,
    Instant from,
    Instant to,
    List<Money> opening,
    List<Turnover> turnover,
    List<Money> closing,
    List<Entry> entries,
    @Nullable Cash cash) {

  record Turnover(Purpose purpose, Money amount, long lines) {}

  /// @param subject the order or the payout
  /// @param amounts by what they are for
  record Entry(
      String subject,
      String event,
      Map<Purpose, Money> amounts,
      Money total,
      Instant occurredAt,
      Instant bookedAt) {}

  /// What the courier owes: positive amounts are in their hands.
  record Cash(List<Money> opening, List<Money> closing, List<Movement> movements) {}

  record Movement(String subject, Purpose purpose, Money amount, Instant bookedAt) {}

  static StatementAnswer of(Statement statement, Statement cash) {
    return of(
        statement,
        new Cash(
            cash.opening(),
            cash.closing(),
            cash.lines().stream()
                .map(it -> new Movement(it.subject(), it.purpose(), it.amount(), it.bookedAt()))
                .toList()));
  }

  static StatementAnswer of(Statement statement) {
    return of(statement, (Cash) null);
  }

  private static StatementAnswer of(Statement statement, @Nullable Cash cash) {
    return new StatementAnswer(
        statement.account(),
        statement.from(),
        statement.to(),
        statement.opening().stream().map(StatementAnswer::favour).toList(),
        statement.turnover().stream()
            .map(it -> new Turnover(it.purpose(), favour(it.amount()), it.lines()))
            .toList(),
        statement.closing().stream().map(StatementAnswer::favour).toList(),
        entries(statement.lines()),
        cash);
  }

  private static List<Entry> entries(List<LedgerLine> lines) {
    Map<String, Entry> entries = new LinkedHashMap<>();
    for (LedgerLine line : lines) {
      entries.merge(line.entry(), entry(line), StatementAnswer::together);
    }
    return List.copyOf(entries.values());
  }

  private static Entry entry(LedgerLine line) {
    Money amount = favour(line.amount());
    return new Entry(
        line.subject(),
        line.event(),
        Map.of(line.purpose(), amount),
        amount,
        line.occurredAt(),
        line.bookedAt());
  }

  private static Entry together(Entry one, Entry other) {
    Map<Purpose, Money> amounts = new LinkedHashMap<>(one.amounts());
    amounts.putAll(other.amounts());
    return new Entry(
        one.subject(),
        one.event(),
        amounts,
        one.total().plus(other.total()),
        one.occurredAt(),
        one.bookedAt());
  }

  private static Money favour(Money amount) {
    return Money.zero(amount.currency()).minus(amount);
  }

  /// One line of the statement as a file.
  record Row(
      String bookedAt,
      String occurredAt,
      String subject,
      String event,
      String purpose,
      long minor,
      String currency) {

    static List<Row> listOf(Statement statement) {
      return statement.lines().stream().map(Row::of).toList();
    }

    private static Row of(LedgerLine line) {
      return new Row(
          line.bookedAt().toString(),
          line.occurredAt().toString(),
          line.subject(),
          line.event(),
          line.purpose().name().toLowerCase(Locale.ROOT),
          favour(line.amount()).minor(),
          line.amount().currency());
    }
  }
}
