package id.antar.infra.lease;

import id.antar.api.dispatch.DispatchTerm;
import id.antar.api.dispatch.ZoneId;
import id.antar.dispatch.live.ZoneLease;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Leases in the database, by the database's clock: no other clock matters. A lease that has run
/// out belongs to whoever asks first, also to who had it; the term is another one only if somebody
/// else had the zone in between.
final class JdbcZoneLease implements ZoneLease {

  static final int SECONDS = 5;

  private final JdbcClient database;
  private final String owner;

  /// @param database whose connections commit by themselves
  /// @param owner a name that nobody else has, also not an engine that ran here before
  JdbcZoneLease(JdbcClient database, String owner) {
    this.database = database;
    this.owner = owner;
  }

  @Override
  public Optional<DispatchTerm> hold(ZoneId zone) {
    if (renew(zone) == 0) {
      begin(zone);
    }
    return find(zone);
  }

  /// The columns are set from left to right.
  private int renew(ZoneId zone) {
    return database
        .sql(
            """
            UPDATE dispatch_lease
            SET term = term + (owner <> :owner), owner = :owner,
                expires_at = NOW(6) + INTERVAL :seconds SECOND
            WHERE zone = :zone AND (owner = :owner OR expires_at < NOW(6))
            """)
        .param("zone", zone.value())
        .param("owner", owner)
        .param("seconds", SECONDS)
        .update();
  }

  /// Of a zone that nobody has ever had.
  private void begin(ZoneId zone) {
    int _ =
        database
            .sql(
                """
                INSERT IGNORE INTO dispatch_lease (zone, term, owner, expires_at)
                VALUES (:zone, 1, :owner, NOW(6) + INTERVAL :seconds SECOND)
                """)
            .param("zone", zone.value())
            .param("owner", owner)
            .param("seconds", SECONDS)
            .update();
  }

  private Optional<DispatchTerm> find(ZoneId zone) {
    return database
        .sql("SELECT term FROM dispatch_lease WHERE zone = :zone AND owner = :owner")
        .param("zone", zone.value())
        .param("owner", owner)
        .query(Long.class)
        .optional()
        .map(number -> new DispatchTerm(zone, number));
  }

  @Override
  public void letGo(DispatchTerm term) {
    int _ =
        database
            .sql(
                """
                UPDATE dispatch_lease SET expires_at = '1970-01-01'
                WHERE zone = :zone AND owner = :owner AND term = :term
                """)
            .param("zone", term.zone().value())
            .param("owner", owner)
            .param("term", term.number())
            .update();
  }
}
