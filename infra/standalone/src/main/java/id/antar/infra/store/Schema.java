package id.antar.infra.store;

import id.antar.infra.servers.DatabaseAddress;
import java.util.Arrays;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/// The database's schema, brought up to date before anybody else gets a connection.
///
/// All modules' migrations lie in `db/migration`: versions 1 to 19 are the engine's own tables,
/// from 20 on the projections'.
public final class Schema {
  private Schema() {}

  static void migrate(DatabaseAddress address) {
    var _ = flyway(address).load().migrate();
  }

  /// Whether this engine knows how to make the schema of that version.
  public static boolean knows(DatabaseAddress address, String version) {
    return Arrays.stream(flyway(address).load().info().all())
        .filter(it -> it.getState().isResolved())
        .anyMatch(it -> it.isVersioned() && it.getVersion().getVersion().equals(version));
  }

  /// As it was in that version; the engine goes on from there when it starts. The mark of the
  /// restore may be there already.
  public static void migrate(DatabaseAddress address, String version) {
    var _ =
        flyway(address)
            .baselineOnMigrate(true)
            .baselineVersion("0")
            .target(version)
            .load()
            .migrate();
  }

  private static FluentConfiguration flyway(DatabaseAddress address) {
    return Flyway.configure(Schema.class.getClassLoader())
        .dataSource(address.jdbcUrl(), address.user(), address.password())
        .locations("classpath:db/migration")
        .validateMigrationNaming(true);
  }
}
