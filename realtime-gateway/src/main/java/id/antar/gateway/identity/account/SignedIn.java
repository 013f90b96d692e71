package id.antar.gateway.identity.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.antar.api.account.Permission;
import id.antar.api.account.SessionId;
import id.antar.api.message.Actor.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What whoever has signed in is given.
///
/// @param expiresIn seconds
/// @param refreshToken good once; absent where a second factor has to be enabled first
/// @param refreshExpiresIn seconds, unless it is used before
/// @param deviceToken to be shown at the next sign-in
/// @param mustEnrol whether the access token is good for nothing but a second factor
@JsonInclude(JsonInclude.Include.NON_NULL)
record SignedIn(
    String accessToken,
    String tokenType,
    long expiresIn,
    List<Permission> permissions,
    Role role,
    String subject,
    String scope,
    @Nullable SessionId sessionId,
    @Nullable String refreshToken,
    @Nullable Long refreshExpiresIn,
    @Nullable String deviceToken,
    boolean mustEnrol) {

  /// For whom it is kept elsewhere.
  SignedIn withoutRefreshToken() {
    return new SignedIn(
        accessToken,
        tokenType,
        expiresIn,
        permissions,
        role,
        subject,
        scope,
        sessionId,
        null,
        refreshExpiresIn,
        null,
        mustEnrol);
  }

  @Override
  public String toString() {
    return "SignedIn[" + role + "]";
  }
}
