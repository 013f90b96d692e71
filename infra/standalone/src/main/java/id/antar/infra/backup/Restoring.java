package id.antar.infra.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.antar.api.person.PersonId;
import id.antar.infra.backup.RestorePlan.Moment;
import id.antar.infra.backup.Rows.Table;
import id.antar.infra.backup.Tables.Kind;
import id.antar.infra.personal.PersonKeyTable;
import id.antar.infra.servers.DatabaseAddress;
import id.antar.infra.store.Schema;
import id.antar.infra.store.UnfinishedRestore;
import id.antar.infra.work.WorkFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Makes an engine's database and work folder from backups. Everything that is needed is read once
/// to its end before anything is changed. Until it is closed, nothing is backed up to that folder.
public final class Restoring implements AutoCloseable {
  private final BackupFolder folder;
  private final BackupFolder.Held held;
  private final RestorePlan plan;
  private final Consumer<String> say;
  private final Cut cut;

  private Restoring(
      BackupFolder folder,
      BackupFolder.Held held,
      RestorePlan plan,
      Cut cut,
      Consumer<String> say) {
    this.folder = folder;
    this.held = held;
    this.plan = plan;
    this.cut = cut;
    this.say = say;
  }

  /// Up to where the log is taken.
  private static final class Cut {
    private final Moment moment;
    private long last;

    Cut(Moment moment) {
      this.moment = moment;
      this.last = moment.position().orElse(Long.MAX_VALUE);
    }

    /// The first event that was recorded later ends it; so what belongs to one aggregate stays a
    /// beginning of it.
    void see(long position, String recordedAt) {
      Optional<Instant> until = moment.until();
      if (until.isPresent() && Instant.parse(recordedAt).isAfter(until.get())) {
        last = Math.min(last, position - 1);
      }
    }

    void atLeast(long position) {
      last = Math.max(last, position);
    }

    boolean takes(long position) {
      return position <= last;
    }
  }

  /// @param events how many there are
  /// @param head the last event's position
  /// @param chained the position of the last link of the log's chain
  /// @param chainedHash in hexadecimal, its hash
  /// @param rows how many of each table are there from the backups
  /// @param unknown tables of the backups that were left out, because the schema does not have them
  public record Restored(
      long events,
      long head,
      long chained,
      String chainedHash,
      Map<String, Long> rows,
      Set<String> unknown) {}

  /// Reads and checks what is needed, and changes nothing.
  ///
  /// @param position of the last event that is wanted
  /// @param until events recorded later are left out
  public static Restoring prepare(
      Path from,
      BackupKey key,
      Optional<Long> position,
      Optional<Instant> until,
      Consumer<String> say)
      throws IOException {
    var folder = BackupFolder.at(from, key);
    var moment = new Moment(position, until);
    BackupFolder.Held held = folder.hold();
    try {
      RestorePlan plan = RestorePlan.of(folder.list(), moment);
      var restoring = new Restoring(folder, held, plan, new Cut(moment), say);
      restoring.check();
      return restoring;
    } catch (IOException | RuntimeException e) {
      held.close();
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    held.close();
  }

  private void check() throws IOException {
    say.accept(
        "Checking %s"
            .formatted(
                plan.log().stream().map(Manifest::backup).collect(Collectors.joining(", "))));
    requireSameLog(
        plan.log(),
        plan.state(),
        (table, values) -> {
          if (table.name().equals(Tables.EVENTS)) {
            cut.see(number(table, values, "global_index"), text(table, values, "recorded_at"));
          }
        });
    cut.atLeast(plan.state().log().head());
    requireKeysOfSameLog();
    Rows.Reader nothing = (_, _) -> {};
    folder.read(plan.keys(), Kind.SECRETS.piece(), nothing);
    folder.read(plan.state(), Kind.STATE.piece(), nothing);
    folder.read(plan.state(), Kind.DUE.piece(), nothing);
    folder.read(plan.views(), Kind.VIEWS.piece(), nothing);
  }

  /// Keys of another log would open nothing of this one. What goes on from a backup is of its log.
  private void requireKeysOfSameLog() throws IOException {
    Manifest end = plan.log().getLast();
    if (!plan.keysLog().contains(end)) {
      say.accept(
          "Checking that the keys of %s are of the same log".formatted(plan.keys().backup()));
      requireSameLog(plan.keysLog(), end, (_, _) -> {});
    }
  }

  /// Reads a log, which has to have the link up to which another backup's was settled.
  private void requireSameLog(List<Manifest> log, Manifest other, Rows.Reader also)
      throws IOException {
    long settled = other.log().settled();
    var hashes = new HashSet<String>();
    for (Manifest member : log) {
      folder.read(
          member,
          Kind.LOG.piece(),
          (table, values) -> {
            also.row(table, values);
            if (table.name().equals(Tables.LINKS)
                && number(table, values, "global_index") == settled) {
              hashes.add(HexFormat.of().formatHex(value(table, values, "hash")));
            }
          });
    }
    if (settled > 0 && !hashes.contains(other.log().settledHash())) {
      throw new BackupBroken(
          "The backups %s and %s are of different logs: somebody has restored in between, or backed another engine up. Maybe restore from a copy of the folder that has those of one log only."
              .formatted(other.backup(), log.getLast().backup()));
    }
  }

  /// Everything but what would make an engine act. Until that is there, too, the database is marked
  /// as one that is being restored.
  ///
  /// @param replace what is in the database already; who is forgotten there stays so
  /// @param forgotten ids of others who are to be
  public Restored load(
      DatabaseAddress database, WorkFolder work, boolean replace, Set<String> forgotten)
      throws IOException, SQLException {
    try (Connection connection = connect(database)) {
      String schema = plan.state().schema();
      if (!Schema.knows(database, schema)) {
        throw new IllegalStateException(
            "The backup's schema is version %s, which this engine does not know. Maybe restore with engine %s."
                .formatted(schema, plan.state().engine()));
      }
      var gone = new LinkedHashSet<>(forgotten);
      gone.addAll(clear(connection, replace));
      Schema.migrate(database, schema);
      say.accept("Restoring …");
      var loading = new Loading(connection);
      loadLog(loading);
      setEnd(connection);
      var files = new LinkedHashMap<String, byte[]>();
      load(loading, plan.keys(), Kind.SECRETS, (_, _) -> true, files);
      loading.flush();
      loadViews(loading, forget(connection, gone));
      load(loading, plan.state(), Kind.STATE);
      loading.flush();
      Restored restored = finish(connection, loading);
      WorkFiles.restore(work, trimmed(files, connection));
      return restored;
    }
  }

  /// What is due, and therefore done by the next engine. After that, engines may start.
  ///
  /// @return how many rows of each table
  public Map<String, Long> loadDue(DatabaseAddress database) throws IOException, SQLException {
    try (Connection connection = connect(database)) {
      var loading = new Loading(connection);
      load(loading, plan.state(), Kind.DUE);
      loading.flush();
      UnfinishedRestore.end(connection);
      return loading.loaded();
    }
  }

  private static Connection connect(DatabaseAddress address) throws SQLException {
    Connection connection =
        DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
    connection.setAutoCommit(false);
    return connection;
  }

  /// @return who was forgotten there; they are kept until all is restored, should this stop before
  private static Set<String> clear(Connection connection, boolean replace) throws SQLException {
    Map<String, Table> there = Tables.all(connection);
    if (!there.isEmpty() && !replace) {
      throw new IllegalStateException(
          "The database is not empty. Maybe restore into a new work folder, or add --replace, which"
              + " deletes what is there.");
    }
    UnfinishedRestore.begin(
        connection, there.containsKey(Tables.KEYS) ? forgotten(connection) : Set.of());
    try (Statement statement = connection.createStatement()) {
      for (String table : there.keySet()) {
        if (!table.equals(UnfinishedRestore.TABLE)) {
          statement.execute("DROP TABLE `" + table + "`");
        }
      }
    }
    Set<String> gone = UnfinishedRestore.forgotten(connection);
    // A transaction of MySQL's writes no table that was made after its first look.
    connection.commit();
    return gone;
  }

  private static Set<String> forgotten(Connection connection) throws SQLException {
    var forgotten = new LinkedHashSet<String>();
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT person_id FROM person_key WHERE wrapped_key IS NULL")) {
      while (row.next()) {
        forgotten.add(row.getString(1));
      }
    }
    return forgotten;
  }

  @FunctionalInterface
  private interface Wanted {
    boolean test(Table table, byte[] @Nullable [] values);
  }

  private void loadLog(Loading loading) throws IOException, SQLException {
    for (Manifest member : plan.log()) {
      boolean isLast = member.equals(plan.log().getLast());
      load(
          loading,
          member,
          Kind.LOG,
          (table, values) -> {
            long position = number(table, values, "global_index");
            return cut.takes(position)
                && (table.name().equals(Tables.CHECKPOINTS)
                    ? isLast
                    : position <= plan.endIn(member));
          },
          new LinkedHashMap<>());
    }
    loading.flush();
  }

  /// Views may hold what is left of a person, such as the fingerprints of a name, and drop it when
  /// they hear of the fact. Where the fact is not in the log, they are made anew from the events.
  private void loadViews(Loading loading, int forgottenLater) throws IOException {
    if (forgottenLater == 0) {
      load(loading, plan.views(), Kind.VIEWS);
    } else {
      say.accept(
          "  %d persons were forgotten later, and stay so: the views are made from the events"
              .formatted(forgottenLater));
    }
  }

  private void load(Loading loading, Manifest from, Kind kind) throws IOException {
    load(loading, from, kind, (_, _) -> true, new LinkedHashMap<>());
  }

  private void load(
      Loading loading, Manifest from, Kind kind, Wanted wanted, Map<String, byte[]> files)
      throws IOException {
    say.accept("  %-8s of %s".formatted(kind.piece(), from.backup()));
    folder.read(
        from,
        kind.piece(),
        new Rows.Reader() {
          @Override
          public void row(Table table, byte[] @Nullable [] values) throws IOException {
            if (wanted.test(table, values)) {
              try {
                loading.add(table, values);
              } catch (SQLException e) {
                throw new IOException(
                    "The table " + table.name() + " cannot be written: " + e.getMessage(), e);
              }
            }
          }

          @Override
          public void file(String name, byte[] content) {
            files.put(name, content);
          }
        });
  }

  private static void setEnd(Connection connection) throws SQLException {
    execute(
        connection,
        """
        UPDATE event_chain_end e
        JOIN (SELECT COUNT(*) AS links, COALESCE(MAX(global_index), 0) AS last FROM event_chain) c
        LEFT JOIN event_chain l ON l.global_index = c.last
        SET e.events = c.links, e.global_index = c.last,
          e.hash = COALESCE(l.hash, REPEAT(CHAR(0), 32))\
        """);
  }

  /// @return how many are forgotten of whom the log does not know it
  private static int forget(Connection connection, Set<String> persons) throws SQLException {
    var keys =
        new PersonKeyTable(JdbcClient.create(new SingleConnectionDataSource(connection, true)));
    persons.forEach(it -> keys.forget(new PersonId(it)));
    connection.commit();
    return keys.forgottenWithoutAFact().size();
  }

  private Restored finish(Connection connection, Loading loading) throws SQLException {
    execute(connection, "UPDATE processor_token SET owner = NULL");
    loading
        .unknown()
        .forEach(it -> say.accept("  The table " + it + " is not in the schema: it is left out."));
    long events = number(connection, "SELECT COUNT(*) FROM domain_event");
    long head = number(connection, "SELECT COALESCE(MAX(global_index), 0) FROM domain_event");
    Manifest end = plan.log().getLast();
    if (cut.takes(end.log().head()) && events != end.log().events()) {
      throw new BackupBroken(
          "There should be %d events, and there are %d.".formatted(end.log().events(), events));
    }
    say.accept("  %,d events, the last one at position %d".formatted(events, head));
    long chained = number(connection, "SELECT global_index FROM event_chain_end");
    return new Restored(
        events,
        head,
        chained,
        Snapshot.hashAt(connection, chained),
        loading.loaded(),
        loading.unknown());
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
    connection.commit();
  }

  private static long number(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.next() ? row.getLong(1) : 0;
    }
  }

  /// The file of checkpoints may know of some that come after the moment.
  private static Map<String, byte[]> trimmed(Map<String, byte[]> files, Connection connection)
      throws SQLException {
    byte[] checkpoints = files.get(WorkFiles.CHECKPOINTS);
    if (checkpoints != null) {
      long last = number(connection, "SELECT COALESCE(MAX(number), 0) FROM log_checkpoint");
      files.put(
          WorkFiles.CHECKPOINTS,
          new String(checkpoints, UTF_8)
              .lines()
              .filter(it -> numberOf(it) <= last)
              .map(it -> it + "\n")
              .collect(Collectors.joining())
              .getBytes(UTF_8));
    }
    return files;
  }

  private static long numberOf(String checkpoint) {
    try {
      return JsonMapper.shared().readTree(checkpoint).path("number").asLong(Long.MAX_VALUE);
    } catch (JacksonException _) {
      return Long.MAX_VALUE;
    }
  }

  private static byte[] value(Table table, byte[] @Nullable [] values, String column) {
    byte[] value = values[table.at(column)];
    if (value == null) {
      throw new BackupBroken("A " + column + " of " + table.name() + " is missing.");
    }
    return value;
  }

  private static String text(Table table, byte[] @Nullable [] values, String column) {
    return new String(value(table, values, column), UTF_8);
  }

  private static long number(Table table, byte[] @Nullable [] values, String column) {
    return Long.parseLong(text(table, values, column));
  }
}
