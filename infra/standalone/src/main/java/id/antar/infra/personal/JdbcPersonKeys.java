package id.antar.infra.personal;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.antar.api.person.PersonId;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Keys in the database, wrapped by the master key.
///
/// They have connections of their own: a key is asked for while an event is being written, inside a
/// transaction that holds a connection already, and waiting there for a second one of the same pool
/// can wait for ever. A key is therefore committed before the first event that needs it.
final class JdbcPersonKeys implements PersonKeys {
  private static final int KEY_BYTES = 32;
  private static final int CACHE_LIMIT = 100_000;

  /// So long may another engine on the same database still read after a key was dropped here.
  private static final long CACHE_NANOS = Duration.ofMinutes(1).toNanos();

  private final JdbcClient database;
  private final SecretKey master;
  private final SecureRandom random = new SecureRandom();
  private final Map<PersonId, Cached> cache = new ConcurrentHashMap<>();

  JdbcPersonKeys(JdbcClient database, SecretKey master) {
    this.database = database;
    this.master = master;
  }

  /// An engine with a wrong master key would read nobody's data and write data that nobody reads.
  void requireThatMasterFits() {
    var _ =
        database
            .sql("SELECT person_id, wrapped_key FROM person_key LIMIT 1")
            .query((row, _) -> unwrap(new PersonId(row.getString(1)), row.getBytes(2)))
            .optional();
  }

  private record Cached(PersonKey key, long readNanos) {
    boolean isFresh() {
      return System.nanoTime() - readNanos < CACHE_NANOS;
    }
  }

  @Override
  public PersonKey keyOf(PersonId person) {
    return find(person).orElseGet(() -> make(person));
  }

  @Override
  public Optional<PersonKey> find(PersonId person) {
    Cached cached = cache.get(person);
    return cached != null && cached.isFresh() ? Optional.of(cached.key()) : read(person);
  }

  private Optional<PersonKey> read(PersonId person) {
    Optional<PersonKey> key =
        database
            .sql("SELECT wrapped_key FROM person_key WHERE person_id = ?")
            .param(person.value())
            .query((row, _) -> row.getBytes(1))
            .optional()
            .map(wrapped -> unwrap(person, wrapped));
    key.ifPresentOrElse(it -> keep(person, it), () -> cache.remove(person));
    return key;
  }

  private void keep(PersonId person, PersonKey key) {
    if (cache.size() >= CACHE_LIMIT) {
      cache.clear();
    }
    cache.put(person, new Cached(key, System.nanoTime()));
  }

  /// Two who make a key at once: the first one's stays, both read it.
  private PersonKey make(PersonId person) {
    var clear = new byte[Long.BYTES + KEY_BYTES];
    random.nextBytes(clear);
    database
        .sql("INSERT IGNORE INTO person_key (person_id, wrapped_key) VALUES (?, ?)")
        .param(person.value())
        .param(AesGcm.seal(master, context(person), clear))
        .update();
    return read(person)
        .orElseThrow(() -> new IllegalStateException("The key of " + person + " is gone."));
  }

  private PersonKey unwrap(PersonId person, byte[] wrapped) {
    byte[] clear;
    try {
      clear = AesGcm.open(master, context(person), wrapped);
    } catch (IllegalStateException e) {
      throw new IllegalStateException(
          "The master key does not open the personal keys in this database. It is in master.key of"
              + " the work folder that made them, or was given in "
              + MasterKey.VARIABLE
              + ".");
    }
    return new PersonKey(
        ByteBuffer.wrap(clear).getLong(),
        new SecretKeySpec(Arrays.copyOfRange(clear, Long.BYTES, clear.length), "AES"));
  }

  private static byte[] context(PersonId person) {
    return person.value().getBytes(UTF_8);
  }

  @Override
  public void drop(PersonId person) {
    database.sql("DELETE FROM person_key WHERE person_id = ?").param(person.value()).update();
    cache.remove(person);
  }
}
