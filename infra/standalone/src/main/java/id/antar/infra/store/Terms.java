package id.antar.infra.store;

import id.antar.api.dispatch.DispatchTerm;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;

/// Which of some dispatchers' terms are over. Those that are not last until the transaction has
/// ended: whoever wants to begin another one has to wait.
final class Terms {

  private static final String NUMBER =
      "SELECT term FROM dispatch_term WHERE zone = ? LOCK IN SHARE MODE";

  private Terms() {}

  /// Always in the same order of zones, so that two who ask never wait for each other.
  static Set<DispatchTerm> over(Connection connection, Set<DispatchTerm> terms)
      throws SQLException {
    var over = new HashSet<DispatchTerm>();
    for (DispatchTerm term :
        terms.stream().sorted(Comparator.comparing(it -> it.zone().value())).toList()) {
      if (!isLatest(connection, term)) {
        over.add(term);
      }
    }
    return over;
  }

  private static boolean isLatest(Connection connection, DispatchTerm term) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(NUMBER)) {
      query.setString(1, term.zone().value());
      try (ResultSet row = query.executeQuery()) {
        return row.next() && row.getLong(1) == term.number();
      }
    }
  }
}
