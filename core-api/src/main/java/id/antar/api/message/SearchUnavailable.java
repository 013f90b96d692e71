package id.antar.api.message;

/// The search server does not answer. Nothing else depends on it; ask again later.
public final class SearchUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1;

  public SearchUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
