package id.antar.gateway.identity;

import com.nimbusds.jose.JOSEObjectType;

/// What the tokens of this engine say of themselves.
final class TokenTerms {

  static final String ISSUER = "antar";
  static final String AUDIENCE = "antar";

  /// What an access token is; RFC 9068.
  static final JOSEObjectType ACCESS = new JOSEObjectType("at+jwt");

  /// What the token of a tracking link is.
  static final JOSEObjectType LINK = new JOSEObjectType("link+jwt");

  /// What lets somebody have their second factor, and nothing else.
  static final JOSEObjectType ENROLMENT = new JOSEObjectType("enrol+jwt");

  static final String ROLE = "role";

  /// As [id.antar.api.account.Scope] writes itself; absent for one's own.
  static final String SCOPE = "scope";

  static final String SESSION = "sid";

  /// The version of the password that was shown for a token of enrolment, which is void with it.
  static final String PASSWORD = "pwv";

  private TokenTerms() {}
}
