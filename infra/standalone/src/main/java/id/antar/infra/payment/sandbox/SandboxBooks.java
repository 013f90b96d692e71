package id.antar.infra.payment.sandbox;

import id.antar.api.money.Money;
import id.antar.api.payment.ChargeId;
import id.antar.command.payment.PaymentGateway.Charge;
import id.antar.command.payment.PaymentGateway.Refund;
import id.antar.gateway.payment.sandbox.TellSandbox.Outcome;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/// What the sandbox has charged and given back, in the database, by its clock.
final class SandboxBooks {
  private final DatabaseClient database;

  SandboxBooks(DatabaseClient database) {
    this.database = database;
  }

  /// @param asked how often it was charged
  record Entry(
      ChargeId chargeId,
      String transactionId,
      Money amount,
      String token,
      Outcome status,
      int asked) {}

  /// Opens the charge, or counts that it was asked for again.
  Mono<Void> charge(Charge charge, Outcome first) {
    Traits.Timed timed = Traits.of(charge.choice().token()).findTimed().orElse(null);
    var insert =
        database
            .sql(
                """
                INSERT INTO sandbox_charge
                  (charge_id, transaction_id, amount_minor, currency, token, status, due_status,
                   due_at, asked, opened_at)
                VALUES (?, UUID(), ?, ?, ?, ?, ?,
                  UTC_TIMESTAMP(6) + INTERVAL ? SECOND, 1, UTC_TIMESTAMP(6))
                ON DUPLICATE KEY UPDATE asked = asked + 1\
                """)
            .bind(0, charge.chargeId().toString())
            .bind(1, charge.amount().minor())
            .bind(2, charge.amount().currency())
            .bind(3, charge.choice().token())
            .bind(4, first.name());
    return timed == null
        ? insert.bindNull(5, String.class).bindNull(6, Long.class).then()
        : insert.bind(5, timed.then().name()).bind(6, timed.after().toSeconds()).then();
  }

  Mono<Entry> find(ChargeId charge) {
    return database
        .sql(
            """
            SELECT transaction_id, amount_minor, currency, token, asked,
              IF(due_at <= UTC_TIMESTAMP(6), due_status, status) AS standing
            FROM sandbox_charge WHERE charge_id = ?\
            """)
        .bind(0, charge.toString())
        .map(row ->
            new Entry(
                charge,
                required(row.get("transaction_id", String.class)),
                Money.of(
                    required(row.get("amount_minor", Long.class)),
                    required(row.get("currency", String.class))),
                required(row.get("token", String.class)),
                Outcome.valueOf(required(row.get("standing", String.class))),
                required(row.get("asked", Integer.class))))
        .one();
  }

  private static <T> T required(@Nullable T value) {
    return Objects.requireNonNull(value);
  }

  /// Whether it stood at one of those, and stands there no more.
  Mono<Boolean> move(ChargeId charge, List<Outcome> from, Outcome to) {
    String standings = String.join(", ", from.stream().map(it -> "'" + it.name() + "'").toList());
    return database
        .sql(
            """
            UPDATE sandbox_charge SET status = ?, due_status = NULL, due_at = NULL
            WHERE charge_id = ?
              AND IF(due_at <= UTC_TIMESTAMP(6), due_status, status) IN (%s)\
            """
                .formatted(standings))
        .bind(0, to.name())
        .bind(1, charge.toString())
        .fetch()
        .rowsUpdated()
        .map(rows -> rows > 0);
  }

  /// Whether it was given back, now or before: never more than there is.
  Mono<Boolean> refund(Refund refund) {
    return database
        .sql(
            """
            INSERT IGNORE INTO sandbox_refund (refund_id, charge_id, amount_minor)
            SELECT ?, charge_id, ? FROM sandbox_charge c
            WHERE charge_id = ? AND IF(due_at <= UTC_TIMESTAMP(6), due_status, status) = 'CAPTURED'
              AND amount_minor >= ? + (SELECT COALESCE(SUM(amount_minor), 0)
                FROM sandbox_refund r WHERE r.charge_id = c.charge_id)\
            """)
        .bind(0, refund.refundId().value())
        .bind(1, refund.amount().minor())
        .bind(2, refund.charge().chargeId().toString())
        .bind(3, refund.amount().minor())
        .then()
        .then(isRefunded(refund));
  }

  private Mono<Boolean> isRefunded(Refund refund) {
    return database
        .sql("SELECT 1 FROM sandbox_refund WHERE charge_id = ? AND refund_id = ?")
        .bind(0, refund.charge().chargeId().toString())
        .bind(1, refund.refundId().value())
        .map(_ -> true)
        .one()
        .defaultIfEmpty(false);
  }
}
