package id.antar.infra.cluster.axonserver;

import id.antar.infra.cluster.Processes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Who is there, as each says of itself in the database every second: the server tells nobody. Who
/// has not for five seconds is gone.
final class Presence implements Processes {
  private static final Logger LOG = LoggerFactory.getLogger(Presence.class);
  private static final Duration GONE = Duration.ofSeconds(5);

  private final JdbcClient database;
  private final ScheduledExecutorService timer;
  private final String cluster;
  private final String self;
  private volatile List<String> names = List.of();
  private volatile long looked;
  private boolean failing;
  private @Nullable ScheduledFuture<?> telling;

  /// @param database whose connections commit by themselves
  Presence(JdbcClient database, ScheduledExecutorService timer, String cluster, String self) {
    this.database = database;
    this.timer = timer;
    this.cluster = cluster;
    this.self = self;
  }

  synchronized void begin() {
    tellAndLook();
    telling = timer.scheduleWithFixedDelay(this::tellAndLook, 1, 1, TimeUnit.SECONDS);
  }

  /// What was seen last counts until the database answers again.
  private synchronized void tellAndLook() {
    try {
      tell();
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

  synchronized void end() {
    if (telling != null) {
      telling.cancel(false);
      telling = null;
      names = List.of();
      forget();
    }
  }

  /// Itself, and those that nobody has seen for long.
  private void forget() {
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
    return !names.isEmpty() && System.nanoTime() - looked < GONE.toNanos();
  }

  @Override
  public String self() {
    return self;
  }

  @Override
  public List<String> names() {
    return names;
  }
}
