package id.antar.infra.store;

import id.antar.infra.servers.DatabaseAddress;
import io.asyncer.r2dbc.mysql.MySqlConnectionConfiguration;
import io.asyncer.r2dbc.mysql.constant.SslMode;
import java.util.List;

/// How the views' connections are made. They are as safe as the address wants the JDBC driver's to
/// be; where it says nothing they are encrypted if the server can, unless it is on this machine.
final class ViewConnections {
  /// What only the JDBC driver understands of TLS.
  private static final List<String> HALF =
      List.of(
          "useSsl",
          "useSSL",
          "trustServerCertificate",
          "disableSslHostnameVerification",
          "trustStore",
          "keyStore");

  private ViewConnections() {}

  static MySqlConnectionConfiguration to(DatabaseAddress address) {
    var connection =
        MySqlConnectionConfiguration.builder()
            .host(address.host())
            .port(address.port())
            .user(address.user())
            .password(address.password())
            .database(address.database())
            .connectionTimeZone("UTC")
            .sslMode(safety(address));
    address.option("serverSslCert").ifPresent(connection::sslCa);
    return connection.build();
  }

  static SslMode safety(DatabaseAddress address) {
    HALF.stream()
        .filter(it -> address.option(it).isPresent())
        .findFirst()
        .ifPresent(it -> {
          throw new IllegalArgumentException(
              "The database's address says %s, which would hold for half of the connections only: say it"
                      .formatted(it)
                  + " by sslMode and serverSslCert.");
        });
    return address
        .option("sslMode")
        .map(ViewConnections::safety)
        .orElse(address.isOnThisMachine() ? SslMode.DISABLED : SslMode.PREFERRED);
  }

  private static SslMode safety(String word) {
    return switch (org.mariadb.jdbc.export.SslMode.from(word)) {
      case DISABLE -> SslMode.DISABLED;
      case TRUST -> SslMode.REQUIRED;
      case VERIFY_CA -> SslMode.VERIFY_CA;
      case VERIFY_FULL -> SslMode.VERIFY_IDENTITY;
    };
  }
}
