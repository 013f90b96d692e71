package id.antar.load.client;

import org.jspecify.annotations.Nullable;

/// Somebody who uses the engine: by an account of their own, or with a development token.
public final class Actor {

  /// Whoever has not signed in.
  static final Actor NOBODY = new Actor("nobody", "");

  private final String role;
  private final String subject;
  private final @Nullable Account account;
  private volatile @Nullable String token;

  public Actor(String role, String subject) {
    this(role, subject, null);
  }

  private Actor(String role, String subject, @Nullable Account account) {
    this.role = role;
    this.subject = subject;
    this.account = account;
  }

  static Actor member(String role, String subject, Account account) {
    return new Actor(role, subject, account);
  }

  public static Actor customer(String customerId) {
    return new Actor("customer", customerId);
  }

  public static Actor merchant(String merchantId) {
    return new Actor("merchant", merchantId);
  }

  public static Actor courier(String courierId) {
    return new Actor("courier", courierId);
  }

  public static Actor operator(String operatorId) {
    return new Actor("operator", operatorId);
  }

  public String role() {
    return role;
  }

  public String subject() {
    return subject;
  }

  /// Which gateway is home to them, by its number; the same in every run.
  int home() {
    return Math.floorMod(subject.hashCode(), 1 << 16);
  }

  /// How they sign in; absent for those with a development token.
  public @Nullable Account account() {
    return account;
  }

  /// The development token of the moment.
  @Nullable String token() {
    return token;
  }

  void hold(String newToken) {
    token = newToken;
  }

  /// The engine did not like it: the next call gets a new one.
  void dropToken(String refused) {
    if (account != null) {
      account.doubt(refused);
    } else if (refused.equals(token)) {
      token = null;
    }
  }

  @Override
  public String toString() {
    return role + ":" + subject;
  }
}
