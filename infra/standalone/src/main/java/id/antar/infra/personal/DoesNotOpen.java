package id.antar.infra.personal;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Something sealed or wrapped does not open: it or its key was changed, or there is no such key.
public class DoesNotOpen extends IllegalStateException {
  private static final long serialVersionUID = 1;

  public DoesNotOpen(String message) {
    super(message);
  }

  DoesNotOpen(String message, Throwable cause) {
    super(message, cause);
  }

  /// The one behind a failure to read, if it is one.
  public static Optional<DoesNotOpen> find(Throwable failure) {
    for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof DoesNotOpen found) {
        return Optional.of(found);
      }
    }
    return Optional.empty();
  }
}
