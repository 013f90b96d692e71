package id.antar.infra.personal;

import id.antar.api.person.PersonId;
import id.antar.infra.personal.Wrapping.Wrapped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of `person_key`. Each call is one statement that decides alone.
public final class PersonKeyTable {
  private final JdbcClient database;

  public PersonKeyTable(JdbcClient database) {
    this.database = database;
  }

  /// @param wrapped absent once the person is forgotten
  record Stored(PersonId person, @Nullable Wrapped wrapped) {}

  Optional<Stored> find(PersonId person) {
    return database
        .sql("SELECT person_id, wrapped_key, master FROM person_key WHERE person_id = ?")
        .param(person.value())
        .query(PersonKeyTable::stored)
        .optional();
  }

  List<Stored> find(List<PersonId> persons) {
    return database
        .sql("SELECT person_id, wrapped_key, master FROM person_key WHERE person_id IN (:persons)")
        .param("persons", persons.stream().map(PersonId::value).toList())
        .query(PersonKeyTable::stored)
        .list();
  }

  /// One person for each master key that is in use.
  List<Stored> examples() {
    return database
        .sql(
            """
            SELECT person_id, wrapped_key, master FROM person_key WHERE person_id IN
              (SELECT MIN(person_id) FROM person_key WHERE wrapped_key IS NOT NULL GROUP BY master)\
            """)
        .query(PersonKeyTable::stored)
        .list();
  }

  /// Of two who make a key at once, the first one's stays.
  void insert(PersonId person, Wrapped wrapped) {
    database
        .sql("INSERT IGNORE INTO person_key (person_id, wrapped_key, master) VALUES (?, ?, ?)")
        .params(person.value(), wrapped.bytes(), wrapped.master())
        .update();
  }

  public void forget(PersonId person) {
    database
        .sql(
            """
            INSERT INTO person_key (person_id, wrapped_key, master, forgotten_at)
            VALUES (?, NULL, '', UTC_TIMESTAMP(6))
            ON DUPLICATE KEY UPDATE wrapped_key = NULL, master = '',
              forgotten_at = COALESCE(forgotten_at, VALUES(forgotten_at))\
            """)
        .param(person.value())
        .update();
  }

  /// Of those whose keys were made before a span of real time, some whose ids begin so.
  List<PersonId> madeBefore(Duration span, String beginning, int limit) {
    return database
        .sql(
            """
            SELECT person_id FROM person_key
            WHERE person_id LIKE ? AND wrapped_key IS NOT NULL
              AND made_at < UTC_TIMESTAMP(6) - INTERVAL ? SECOND LIMIT %d\
            """
                .formatted(limit))
        .params(beginning + "%", span.toSeconds())
        .query((row, _) -> new PersonId(row.getString(1)))
        .list();
  }

  /// Who has no key any more, and no fact that says why: it was lost with a database that was
  /// restored to an earlier moment.
  public List<PersonId> forgottenWithoutAFact() {
    return database
        .sql(
            """
            SELECT person_id FROM person_key LEFT JOIN domain_event
              ON aggregate_id = CONCAT('person:', person_id) AND sequence_number = 0
            WHERE wrapped_key IS NULL AND global_index IS NULL\
            """)
        .query((row, _) -> new PersonId(row.getString(1)))
        .list();
  }

  long countNotBy(String master) {
    return database
        .sql("SELECT COUNT(*) FROM person_key WHERE wrapped_key IS NOT NULL AND master <> ?")
        .param(master)
        .query(Long.class)
        .single();
  }

  List<Stored> notBy(String master, int limit) {
    return database
        .sql(
            """
            SELECT person_id, wrapped_key, master FROM person_key
            WHERE wrapped_key IS NOT NULL AND master <> ? LIMIT %d\
            """
                .formatted(limit))
        .param(master)
        .query(PersonKeyTable::stored)
        .list();
  }

  /// Only what is still there as it was read: nobody who was forgotten meanwhile comes back.
  void replace(PersonId person, Wrapped before, Wrapped after) {
    database
        .sql(
            """
            UPDATE person_key SET wrapped_key = ?, master = ?
            WHERE person_id = ? AND wrapped_key = ?\
            """)
        .params(after.bytes(), after.master(), person.value(), before.bytes())
        .update();
  }

  private static Stored stored(ResultSet row, int number) throws SQLException {
    byte[] wrapped = row.getBytes("wrapped_key");
    return new Stored(
        new PersonId(row.getString("person_id")),
        wrapped == null ? null : new Wrapped(wrapped, row.getString("master")));
  }
}
