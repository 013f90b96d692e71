package id.antar.gateway.edge.limit;

import java.util.Locale;

/// Whose requests are counted together, and by what. Each tier counts for itself.
public enum Tier {

  /// An account, or the holder of a tracking link.
  GENERAL,

  /// A courier's app, positions apart.
  COURIER,

  /// A courier's reports of positions, which have limits of their own besides.
  POSITIONS,

  /// An operator, analyst or admin.
  STAFF,

  /// A developer's key.
  API_KEY,

  /// Whoever shows a password or the token of a mail, by address; refresh tokens, by session.
  SIGN_IN,

  /// Public routes, requests without a token, and those whose token is refused, by address.
  ADDRESS;

  /// As it is written in configuration and headers.
  String wire() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
