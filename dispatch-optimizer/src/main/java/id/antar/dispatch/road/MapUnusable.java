package id.antar.dispatch.road;

/// The street map cannot be used; the message says what to do about it.
public final class MapUnusable extends RuntimeException {

  private static final long serialVersionUID = 1;

  MapUnusable(String message) {
    super(message);
  }

  MapUnusable(String message, Throwable cause) {
    super(message, cause);
  }
}
