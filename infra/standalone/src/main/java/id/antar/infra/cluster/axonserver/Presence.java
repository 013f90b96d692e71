package id.antar.infra.cluster.axonserver;

import id.antar.infra.cluster.NodeName;
import id.antar.infra.cluster.Processes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Who is there, as each says of itself in the database every second: the server tells nobody. Who
/// has not for five seconds is gone. One that handles commands says it only while somebody could
/// send it some.
final class Presence implements Processes {
  private static final Logger LOG = LoggerFactory.getLogger(Presence.class);
  private static final Duration GONE = Duration.ofSeconds(5);

  private final JdbcClient database;
  private final Executor work;
  private final String cluster;
  private final String self;
  private final BooleanSupplier isConnected;
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile List<String> names = List.of();
  private volatile @Nullable Long looked;
  private boolean failing;

  /// @param database whose connections commit by themselves
  /// @param work that may wait
  /// @param isConnected to the server
  Presence(
      JdbcClient database,
      Executor work,
      String cluster,
      String self,
      BooleanSupplier isConnected) {
    this.database = database;
    this.work = work;
    this.cluster = cluster;
    this.self = self;
    this.isConnected = isConnected;
  }

  void begin() {
    tellAndLook();
    work.execute(this::tellAndLookUntilTheEnd);
  }

  private void tellAndLookUntilTheEnd() {
    try {
      while (!ended.await(1, TimeUnit.SECONDS)) {
        tellAndLook();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// What was seen last counts until the database answers again.
  private synchronized void tellAndLook() {
    if (ended.getCount() == 0) {
      return;
    }
    try {
      if (isConnected.getAsBoolean() || !NodeName.isCommand(self)) {
        tell();
      }
      names = look();
      looked = System.nanoTime();
      failing = false;
    } catch (RuntimeException e) {
      if (!failing) {
        LOG.warn("The database does not say which processes are there.", e);
      }
      failing = true;
    }
  }

  private void tell() {
    int _ =
        database
            .sql(
                """
                INSERT INTO cluster_process (name, cluster, seen_at)
                VALUES (:name, :cluster, UTC_TIMESTAMP(6))
                ON DUPLICATE KEY UPDATE seen_at = UTC_TIMESTAMP(6)
                """)
            .param("name", self)
            .param("cluster", cluster)
            .update();
  }

  private List<String> look() {
    return database
        .sql(
            """
            SELECT name FROM cluster_process
            WHERE cluster = :cluster AND seen_at > UTC_TIMESTAMP(6) - INTERVAL :gone SECOND
            ORDER BY name
            """)
        .param("cluster", cluster)
        .param("gone", GONE.toSeconds())
        .query((row, _) -> row.getString(1))
        .list();
  }

  void end() {
    ended.countDown();
    names = List.of();
    forget();
  }

  /// Itself, and those that nobody has seen for long.
  private synchronized void forget() {
    try {
      int _ =
          database
              .sql(
                  """
                  DELETE FROM cluster_process
                  WHERE name = :name OR seen_at < UTC_TIMESTAMP(6) - INTERVAL 1 HOUR
                  """)
              .param("name", self)
              .update();
    } catch (RuntimeException e) {
      LOG.warn("The database could not be told that this process leaves.", e);
    }
  }

  /// Whether the others can see this process.
  boolean isFresh() {
    Long last = looked;
    return ended.getCount() > 0 && last != null && System.nanoTime() - last < GONE.toNanos();
  }

  @Override
  public String self() {
    return self;
  }

  @Override
  public List<String> names() {
    return names;
  }

  /// Without the server there are others, and nobody hears them.
  @Override
  public boolean hasCommands() {
    return isConnected.getAsBoolean()
        ? names.stream().anyMatch(NodeName::isCommand)
        : NodeName.isCommand(self);
  }
}
