package id.antar.infra.engine;

import id.antar.infra.servers.DatabaseAddress;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Servers that somebody names, for the shared engine to run on in place of those that it would
/// start: a MySQL 8, an Elasticsearch cluster. Engines that a test starts for itself have their
/// own.
///
/// - `ANTAR_TEST_MYSQL`, as `mysql://user:password@host:port/database`. **The database is dropped
///   first**, so its name has to end with `_test`.
/// - `ANTAR_TEST_ELASTICSEARCH`, as `http://host:port`. Indexes of earlier runs are replaced.
final class NamedServers {

  private NamedServers() {}

  static List<String> options() {
    var options = new ArrayList<String>();
    mysql()
        .ifPresent(it -> {
          makeAnew(DatabaseAddress.parse(it));
          options.add("--antar.mysql.url=" + it);
        });
    find("ANTAR_TEST_ELASTICSEARCH")
        .ifPresent(it -> options.add("--antar.elasticsearch.url=" + it));
    return options;
  }

  static Optional<String> mysql() {
    return find("ANTAR_TEST_MYSQL");
  }

  private static Optional<String> find(String name) {
    return Optional.ofNullable(System.getenv(name)).filter(it -> !it.isBlank());
  }

  /// Over a connection to no database in particular.
  private static void makeAnew(DatabaseAddress address) {
    String name = address.database();
    if (!name.matches("\\w+_test")) {
      throw new IllegalArgumentException(
          "The tests drop their database: its name has to end with _test, which "
              + name
              + " does not.");
    }
    String url = address.jdbcUrl().replace("/" + name + "?", "/?");
    try (Connection connection =
            DriverManager.getConnection(url, address.user(), address.password());
        Statement statement = connection.createStatement()) {
      statement.execute("DROP DATABASE IF EXISTS " + name);
      statement.execute("CREATE DATABASE " + name + " CHARACTER SET utf8mb4 COLLATE utf8mb4_bin");
    } catch (SQLException e) {
      throw new IllegalStateException("The tests' database cannot be made.", e);
    }
  }
}
