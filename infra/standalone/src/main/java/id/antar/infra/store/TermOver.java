package id.antar.infra.store;

import id.antar.api.dispatch.DispatchTerm;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// A dispatcher decided something in a term that is over: another one plans its zone by now.
final class TermOver extends SQLException {

  private static final long serialVersionUID = 1;

  TermOver(@Nullable DispatchTerm term) {
    super("The dispatcher's term " + term + " is over.");
  }
}
