package id.antar.gateway.identity;

/// What the tokens of this engine say of themselves.
final class TokenTerms {

  static final String ISSUER = "antar";
  static final String AUDIENCE = "antar";
  static final String ROLE = "role";

  /// As [id.antar.api.account.Scope] writes itself; absent for one's own.
  static final String SCOPE = "scope";

  static final String SESSION = "sid";

  private TokenTerms() {}
}
