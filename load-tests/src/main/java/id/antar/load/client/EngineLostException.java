package id.antar.load.client;

/// The engine did not come back in time.
public final class EngineLostException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public EngineLostException(String message) {
    super(message);
  }
}
