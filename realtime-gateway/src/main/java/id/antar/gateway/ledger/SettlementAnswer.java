package id.antar.gateway.ledger;

import id.antar.api.ledger.LedgerQuery.Settlement;
import id.antar.api.money.Money;
import id.antar.api.ops.OpsQuery.Processor;
import id.antar.api.ops.OpsQuery.Processors;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// What all merchants are due of a day, and whether it can still become more.
record SettlementAnswer(LocalDate date, List<Row> rows) {

  /// What was recorded before a day's end is booked within this time, unless the ledger is behind.
  private static final Duration BOOKED_WITHIN = Duration.ofMinutes(15);

  private static final String LEDGER = "query.ledger";
  private static final long FEW_EVENTS = 1_000;

  /// @param complete whether nothing that belongs to the day can still be booked
  record Row(
      String merchantId,
      Instant from,
      Instant to,
      boolean complete,
      long orders,
      Money sales,
      Money discounts,
      Money commission,
      Money refunds,
      Money tax,
      Money net) {

    private static Row of(Settlement.Row row, boolean complete) {
      return new Row(
          row.merchantId(),
          row.from(),
          row.to(),
          complete,
          row.orders(),
          row.sales(),
          row.discounts(),
          row.commission(),
          row.refunds(),
          row.tax(),
          row.net());
    }
  }

  /// @param ledger as it stood before the sums were made
  static SettlementAnswer of(Settlement settlement, Processors ledger, Instant now) {
    boolean keepsUp = ledger.processors().stream().anyMatch(SettlementAnswer::keepsUp);
    return new SettlementAnswer(
        settlement.date(),
        settlement.rows().stream()
            .map(row -> Row.of(row, keepsUp && !row.to().plus(BOOKED_WITHIN).isAfter(now)))
            .toList());
  }

  private static boolean keepsUp(Processor it) {
    return it.name().equals(LEDGER)
        && it.running()
        && it.deadLetters() == 0
        && it.lag() < FEW_EVENTS;
  }
}
