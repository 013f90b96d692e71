package id.antar.gateway.edge.request;

import id.antar.api.account.Permission;
import id.antar.api.account.RoleBundles;
import id.antar.api.account.Scope;
import id.antar.api.dispatch.ZoneId;
import id.antar.api.message.Actor.Role;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a request may do, and by what it came in.
///
/// @param sessionId of whom signed in; absent for development tokens and API keys
/// @param keyId of the API key, if it is one
/// @param enrolment of whoever comes from a sign-in that asked for a second factor, and may have
///   that and nothing else: the version of the password that they showed
/// @param expiresAt until when what this request opens may go on; real time
public record Grant(
    Set<Permission> permissions,
    Scope scope,
    @Nullable String sessionId,
    @Nullable String keyId,
    @Nullable Integer enrolment,
    Instant expiresAt) {

  public Grant {
    permissions = Set.copyOf(permissions);
  }

  public Grant(
      Set<Permission> permissions,
      Scope scope,
      @Nullable String sessionId,
      @Nullable String keyId,
      Instant expiresAt) {
    this(permissions, scope, sessionId, keyId, null, expiresAt);
  }

  public static Grant ofEnrolment(int version, Instant expiresAt) {
    return new Grant(Set.of(Permission.ME_ENROL), Scope.OWN, null, null, version, expiresAt);
  }

  /// All that the role may within the scope.
  public static Grant ofRole(
      Role role, Scope scope, ZoneId here, @Nullable String sessionId, Instant expiresAt) {
    return new Grant(RoleBundles.of(role, scope, here), scope, sessionId, null, expiresAt);
  }
}
