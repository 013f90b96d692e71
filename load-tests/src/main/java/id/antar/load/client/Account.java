package id.antar.load.client;

import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// How somebody signs in, and what they were given for it.
public final class Account {

  /// What a sign-in or a refresh gives.
  ///
  /// @param staleNanos from when on the access token is not to be used any more
  record Grant(
      String subject,
      String accessToken,
      String refreshToken,
      @Nullable String deviceToken,
      long staleNanos) {

    boolean isStale() {
      return System.nanoTime() - staleNanos >= 0;
    }

    Grant stale() {
      return new Grant(subject, accessToken, refreshToken, deviceToken, System.nanoTime());
    }
  }

  private final String email;
  private final String password;

  /// Of several who need a token at once, one gets it for all.
  private final ReentrantLock lock = new ReentrantLock();

  private volatile @Nullable Grant grant;
  private volatile @Nullable String deviceToken;

  public Account(String email, String password) {
    this.email = email;
    this.password = password;
  }

  public String email() {
    return email;
  }

  String password() {
    return password;
  }

  ReentrantLock lock() {
    return lock;
  }

  @Nullable Grant grant() {
    return grant;
  }

  /// What this device was given at an earlier sign-in.
  @Nullable String deviceToken() {
    return deviceToken;
  }

  void hold(Grant given) {
    grant = given;
    if (given.deviceToken() != null) {
      deviceToken = given.deviceToken();
    }
  }

  /// The session is over.
  void forget() {
    grant = null;
  }

  /// The engine did not like this token: it is refreshed before the next use, unless it was
  /// already.
  void doubt(String refused) {
    Grant held = grant;
    if (held != null && held.accessToken().equals(refused)) {
      grant = held.stale();
    }
  }

  @Override
  public String toString() {
    return "Account[" + email + "]";
  }
}
