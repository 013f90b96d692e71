package id.antar.infra.key;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Which keys the database was written by, as fingerprints: who comes with another one would read
/// nothing of what is there, and is told so before anything is written.
public final class EngineKeys {
  private final JdbcClient database;
  private final String table;

  public EngineKeys(JdbcClient database) {
    this(database, "engine_key");
  }

  EngineKeys(JdbcClient database, String table) {
    this.database = database;
    this.table = table;
  }

  /// Tells a key from others, and nothing of it.
  public static String fingerprint(SecretKey key) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return HexFormat.of().formatHex(mac.doFinal("antar engine key".getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has HMAC-SHA-256.", e);
    }
  }

  /// That the database was written by one of these, or by none yet. The first of them is known from
  /// now on. Of two processes that come first at once, with different keys, one is refused.
  ///
  /// @param fingerprints of the key that is in use, and of those before it
  /// @param where the key comes from, for the person who is told that it is the wrong one
  public void require(KeyName name, List<String> fingerprints, String where) {
    if (fingerprints(name).isEmpty()) {
      insertFirst(name, fingerprints.getFirst());
    }
    if (fingerprints(name).stream().noneMatch(fingerprints::contains)) {
      throw new WrongKey(
          "The %s in %s is not the one that this database was written by. Maybe it is that of another engine, or the work folder was lost: bring back the key that was there, in %s or as %s in the work folder."
              .formatted(name.words(), where, name.variable(), name.file()));
    }
    add(name, fingerprints.getFirst());
  }

  /// From now on what is written is written by this one, too.
  public void add(KeyName name, String fingerprint) {
    if (!fingerprints(name).contains(fingerprint)) {
      int _ =
          database
              .sql(
                  """
                  INSERT IGNORE INTO %1$s (name, number, fingerprint, known_since)
                  SELECT :name, 1 + MAX(number), :fingerprint, UTC_TIMESTAMP(6)
                  FROM %1$s WHERE name = :name
                  """
                      .formatted(table))
              .param("name", name.inDatabase())
              .param("fingerprint", fingerprint)
              .update();
    }
  }

  /// Nothing is left that was written by any other.
  public void keepOnly(KeyName name, String fingerprint) {
    int _ =
        database
            .sql("DELETE FROM " + table + " WHERE name = ? AND fingerprint <> ?")
            .params(name.inDatabase(), fingerprint)
            .update();
  }

  /// Who has no key must not make another one.
  public void requireNone(KeyName name) {
    if (!fingerprints(name).isEmpty()) {
      throw new WrongKey(
          "This database was written by a %s that is not here: neither %s is given, nor is there %s in the work folder. Maybe the work folder was lost: bring the key back."
              .formatted(name.words(), name.variable(), name.file()));
    }
  }

  private void insertFirst(KeyName name, String fingerprint) {
    int _ =
        database
            .sql(
                """
                INSERT IGNORE INTO %s (name, number, fingerprint, known_since)
                VALUES (?, 1, ?, UTC_TIMESTAMP(6))
                """
                    .formatted(table))
            .params(name.inDatabase(), fingerprint)
            .update();
  }

  private List<String> fingerprints(KeyName name) {
    return database
        .sql("SELECT fingerprint FROM " + table + " WHERE name = ? ORDER BY number")
        .param(name.inDatabase())
        .query((row, _) -> row.getString(1))
        .list();
  }

  /// Said to the person who started the engine.
  public static final class WrongKey extends RuntimeException {
    private static final long serialVersionUID = 1;

    WrongKey(String message) {
      super(message);
    }
  }
}
