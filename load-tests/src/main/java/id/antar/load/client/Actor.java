package id.antar.load.client;

import org.jspecify.annotations.Nullable;

/// Somebody who uses the engine, with the token of the moment.
public final class Actor {

  private final String role;
  private final String subject;
  private volatile @Nullable String token;

  public Actor(String role, String subject) {
    this.role = role;
    this.subject = subject;
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

  @Nullable String token() {
    return token;
  }

  void hold(String newToken) {
    token = newToken;
  }

  /// The engine did not like it: the next call gets a new one.
  void dropToken() {
    token = null;
  }

  @Override
  public String toString() {
    return role + ":" + subject;
  }
}
