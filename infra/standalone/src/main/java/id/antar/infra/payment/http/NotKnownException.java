package id.antar.infra.payment.http;

/// It is not known what the provider did, if anything. Its words are not in here: they may be
/// somebody's.
public final class NotKnownException extends RuntimeException {
  public NotKnownException(String message) {
    super(message);
  }

  public NotKnownException(String message, Throwable cause) {
    super(message, cause);
  }
}
