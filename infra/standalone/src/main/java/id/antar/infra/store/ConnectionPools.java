package id.antar.infra.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import id.antar.infra.servers.DatabaseAddress;
import java.time.Duration;

/// Pools of JDBC connections.
public final class ConnectionPools {
  private static final Duration HASTE = Duration.ofSeconds(2);
  private static final Duration KEPT_ALIVE = Duration.ofSeconds(30);

  private ConnectionPools() {}

  /// The engine's: every statement belongs to a transaction that somebody commits. Saves two of
  /// four round trips of a command.
  static HikariDataSource main(DatabaseAddress address, int connections, int idle) {
    HikariConfig config = transactional("engine", address, connections);
    config.setMinimumIdle(idle);
    return new HikariDataSource(config);
  }

  /// One connection, on which the statements that are said again and again stay prepared. Other
  /// engines may wait for what its transaction has locked, so the server ends one of which it hears
  /// nothing more: MariaDB, which alone reads what is within `/*M!`, within a transaction after
  /// five seconds, MySQL any after 45. Until then the pool has said something.
  static HikariDataSource writing(DatabaseAddress address) {
    HikariConfig config = transactional("writing", address, 1);
    config.setKeepaliveTime(KEPT_ALIVE.toMillis());
    config.setConnectionInitSql(
        "SET SESSION innodb_lock_wait_timeout = 5, wait_timeout = 45"
            + " /*M! , idle_transaction_timeout = 5 */");
    return new HikariDataSource(config);
  }

  private static HikariConfig transactional(String name, DatabaseAddress address, int connections) {
    HikariConfig config = config(name, address, connections);
    config.setAutoCommit(false);
    config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
    return config;
  }

  /// One connection for something that rather fails than waits.
  public static HikariDataSource hasty(String name, DatabaseAddress address) {
    return new HikariDataSource(hastily(name, address, "innodb_lock_wait_timeout = 1"));
  }

  /// One connection for a named lock that is looked at every few seconds. The server ends one of
  /// which it hears nothing more, as when its host has vanished, and the lock is free.
  public static HikariDataSource forLock(String name, DatabaseAddress address) {
    HikariConfig config = hastily(name, address, "wait_timeout = 30");
    config.setMinimumIdle(0);
    config.setIdleTimeout(Duration.ofSeconds(10).toMillis());
    return new HikariDataSource(config);
  }

  private static HikariConfig hastily(String name, DatabaseAddress address, String setting) {
    HikariConfig config = config(name, address, 1);
    config.setConnectionTimeout(HASTE.toMillis());
    config.addDataSourceProperty("connectTimeout", HASTE.toMillis());
    config.addDataSourceProperty("socketTimeout", HASTE.toMillis());
    config.setConnectionInitSql("SET SESSION " + setting);
    return config;
  }

  /// For something that must never wait for the engine's connections.
  public static HikariDataSource small(String name, DatabaseAddress address, int connections) {
    HikariConfig config = config(name, address, connections);
    config.setMinimumIdle(1);
    return new HikariDataSource(config);
  }

  private static HikariConfig config(String name, DatabaseAddress address, int connections) {
    var config = new HikariConfig();
    config.setPoolName(name);
    config.setJdbcUrl(address.jdbcUrl());
    config.setUsername(address.user());
    config.setPassword(address.password());
    config.setMaximumPoolSize(connections);
    config.setConnectionTimeout(Duration.ofSeconds(10).toMillis());
    config.setInitializationFailTimeout(Duration.ofSeconds(30).toMillis());
    return config;
  }
}
