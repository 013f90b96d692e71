package id.antar.infra.store;

import id.antar.infra.servers.DatabaseAddress;
import org.flywaydb.core.Flyway;

/// The database's schema, brought up to date before anybody else gets a connection.
///
/// All modules' migrations lie in `db/migration`: versions 1 to 19 are the engine's own tables,
/// from 20 on the projections'.
final class Schema {
  private Schema() {}

  static void migrate(DatabaseAddress address) {
    var _ =
        Flyway.configure(Schema.class.getClassLoader())
            .dataSource(address.jdbcUrl(), address.user(), address.password())
            .locations("classpath:db/migration")
            .validateMigrationNaming(true)
            .load()
            .migrate();
  }
}
