package id.antar.infra.servers;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// Where the database is and who we are there.
///
/// @param options what an external address says after its question mark, handed to the JDBC driver;
///   what it says of TLS holds for all connections
public record DatabaseAddress(
    String host, int port, String database, String user, String password, String options) {
  /// Reads `mysql://user:password@host:port/database?options`.
  public static DatabaseAddress parse(String text) {
    URI uri = read(text);
    String userInfo = uri.getRawUserInfo();
    String path = uri.getPath();
    if (!"mysql".equals(uri.getScheme())
        || uri.getHost() == null
        || userInfo == null
        || path == null
        || path.length() < 2) {
      throw malformed();
    }
    String[] who = userInfo.split(":", 2);
    return new DatabaseAddress(
        uri.getHost(),
        uri.getPort() < 0 ? 3306 : uri.getPort(),
        path.substring(1),
        decode(who[0]),
        who.length == 2 ? decode(who[1]) : "",
        uri.getRawQuery() == null ? "" : uri.getRawQuery());
  }

  private static URI read(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException _) {
      throw malformed();
    }
  }

  /// Never the text: it holds the password.
  private static IllegalArgumentException malformed() {
    return new IllegalArgumentException(
        "The database's address is not of the form mysql://user:password@host:port/database. A"
            + " password with other characters than letters and digits has to be URL-encoded.");
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /// As it is read. It holds the password.
  public String url() {
    return "mysql://%s:%s@%s:%d/%s%s"
        .formatted(
            encode(user),
            encode(password),
            host,
            port,
            database,
            options.isEmpty() ? "" : "?" + options);
  }

  /// What the options say of something.
  public Optional<String> option(String name) {
    return Arrays.stream(options.split("&"))
        .filter(it -> it.startsWith(name + "="))
        .map(it -> decode(it.substring(name.length() + 1)))
        .findFirst();
  }

  /// What goes there passes no wire.
  public boolean isOnThisMachine() {
    return host.equals("127.0.0.1") || host.equals("::1") || host.equals("localhost");
  }

  /// Rows of a batch go one by one: the server numbers those of a bulk insert in twos and fours,
  /// and each number that it leaves out is a gap in the event store's sequence, which every reader
  /// keeps in every position for a minute.
  public String jdbcUrl() {
    return "jdbc:mariadb://"
        + host
        + ":"
        + port
        + "/"
        + database
        + "?useServerPrepStmts=true&cachePrepStmts=true&prepStmtCacheSize=250"
        + "&useBulkStmtsForInserts=false"
        + (options.isEmpty() ? "" : "&" + options);
  }

  /// Never the password.
  @Override
  public String toString() {
    return "mysql://" + user + "@" + host + ":" + port + "/" + database;
  }
}
