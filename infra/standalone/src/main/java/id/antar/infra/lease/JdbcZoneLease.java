package id.antar.infra.lease;

import id.antar.api.dispatch.DispatchTerm;
import id.antar.api.dispatch.ZoneId;
import id.antar.dispatch.live.ZoneLease;
import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/// Leases in the database, by the database's clock: no other clock matters. The number of the term
/// has a row of its own, so that a lease can be kept while somebody looks at the number; a new term
/// begins only when nobody does. A lease that has run out belongs to whoever asks first, also to
/// who had it; the term is another one only if somebody else had the zone in between.
final class JdbcZoneLease implements ZoneLease {

  private final JdbcClient database;
  private final TransactionOperations transactions;
  private final String owner;

  /// @param owner a name that nobody else has, also not an engine that ran here before
  JdbcZoneLease(JdbcClient database, TransactionOperations transactions, String owner) {
    this.database = database;
    this.transactions = transactions;
    this.owner = owner;
  }

  @Override
  public Optional<DispatchTerm> hold(ZoneId zone, Duration lasts) {
    if (!keeps(zone, lasts) && isFree(zone)) {
      transactions.executeWithoutResult(_ -> takeOver(zone, lasts));
    }
    return find(zone);
  }

  private boolean keeps(ZoneId zone, Duration lasts) {
    return 1
        == database
            .sql(
                """
                UPDATE dispatch_lease
                SET expires_at = UTC_TIMESTAMP(6) + INTERVAL :micros MICROSECOND
                WHERE zone = :zone AND owner = :owner
                """)
            .param("zone", zone.value())
            .param("owner", owner)
            .param("micros", micros(lasts))
            .update();
  }

  private boolean isFree(ZoneId zone) {
    return database
        .sql(
            """
            SELECT COUNT(*) FROM dispatch_lease
            WHERE zone = :zone AND expires_at >= UTC_TIMESTAMP(6)
            """)
        .param("zone", zone.value())
        .query((row, _) -> row.getInt(1) == 0)
        .single();
  }

  /// Somebody else may have been quicker.
  private void takeOver(ZoneId zone, Duration lasts) {
    int taken =
        database
            .sql(
                """
                UPDATE dispatch_lease
                SET owner = :owner,
                    expires_at = UTC_TIMESTAMP(6) + INTERVAL :micros MICROSECOND
                WHERE zone = :zone AND expires_at < UTC_TIMESTAMP(6)
                """)
            .param("zone", zone.value())
            .param("owner", owner)
            .param("micros", micros(lasts))
            .update();
    if (taken == 1 || begins(zone, lasts)) {
      int _ =
          database
              .sql(
                  """
                  INSERT INTO dispatch_term (zone, term) VALUES (:zone, 1)
                  ON DUPLICATE KEY UPDATE term = term + 1
                  """)
              .param("zone", zone.value())
              .update();
    }
  }

  /// If nobody has ever had it. Of two who begin at once the second fails, and asks again.
  private boolean begins(ZoneId zone, Duration lasts) {
    return 1
        == database
            .sql(
                """
                INSERT INTO dispatch_lease (zone, owner, expires_at)
                SELECT :zone, :owner, UTC_TIMESTAMP(6) + INTERVAL :micros MICROSECOND
                WHERE NOT EXISTS (SELECT 1 FROM dispatch_lease WHERE zone = :zone)
                """)
            .param("zone", zone.value())
            .param("owner", owner)
            .param("micros", micros(lasts))
            .update();
  }

  private static long micros(Duration span) {
    return span.toNanos() / 1_000;
  }

  private Optional<DispatchTerm> find(ZoneId zone) {
    return database
        .sql(
            """
            SELECT term FROM dispatch_term JOIN dispatch_lease USING (zone)
            WHERE zone = :zone AND owner = :owner
            """)
        .param("zone", zone.value())
        .param("owner", owner)
        .query(Long.class)
        .optional()
        .map(number -> new DispatchTerm(zone, number));
  }

  @Override
  public void letGo(ZoneId zone) {
    int _ =
        database
            .sql(
                """
                UPDATE dispatch_lease SET expires_at = '1970-01-01'
                WHERE zone = :zone AND owner = :owner
                """)
            .param("zone", zone.value())
            .param("owner", owner)
            .update();
  }
}
