package id.antar.gateway.developer;

import id.antar.api.account.Permission;
import id.antar.api.account.RoleBundles;
import id.antar.api.account.Scope;
import id.antar.api.message.Actor;
import id.antar.gateway.edge.problem.Problem;
import id.antar.gateway.edge.request.Caller;
import id.antar.gateway.edge.request.Valid;
import id.antar.gateway.identity.ApiKeys;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What somebody wants a key for.
///
/// @param scope such as `merchant:noodle-bar`; absent for all that whoever asks has
/// @param ttlSeconds absent for 90 days
/// @param owner such as `developer:dora`, for admins; absent for oneself
record KeyRequest(
    String label,
    List<Permission> permissions,
    @Nullable String scope,
    @Nullable Long ttlSeconds,
    @Nullable Actor owner) {

  private static final int LONGEST_LABEL = 64;
  private static final Duration USUAL = Duration.ofDays(90);
  private static final Duration LONGEST = Duration.ofDays(366);

  KeyRequest {
    if (label.isBlank() || label.length() > LONGEST_LABEL) {
      throw new IllegalArgumentException("label is not 1 to " + LONGEST_LABEL + " characters.");
    }
    if (permissions.isEmpty()) {
      throw new IllegalArgumentException("permissions are empty: the key would be of no use.");
    }
    permissions = List.copyOf(permissions);
  }

  /// A refusal if it is more than the caller has themselves.
  ApiKeys.Terms terms(Caller caller, Instant now) {
    return owner == null || owner.equals(caller.actor())
        ? terms(caller.actor(), within(caller.grant().permissions()), scopeWithin(caller), now)
        : termsOf(owner, caller, now);
  }

  /// An admin gives to others what their role may, where the admin says.
  private ApiKeys.Terms termsOf(Actor other, Caller caller, Instant now) {
    if (!caller.may(Permission.KEYS_MANAGE_ANY)) {
      throw Problem.forbidden("Only admins make keys for others.").asException();
    }
    if (other.role() != Actor.Role.DEVELOPER) {
      throw refused("owner", "Keys are made for developers; others make their own.");
    }
    Scope asked = parsedScope();
    var where =
        new Scope(
            asked.merchants(), asked.zones().isEmpty() ? caller.scope().zones() : asked.zones());
    if (!caller.scope().reachesAllOf(where)) {
      throw refused("scope", "The scope (" + asked + ") is not within your own.");
    }
    return terms(other, within(RoleBundles.of(other.role())), where, now);
  }

  private ApiKeys.Terms terms(Actor of, List<Permission> granted, Scope where, Instant now) {
    return new ApiKeys.Terms(of, label, granted, where, now.plus(lifetime()));
  }

  /// Who reads everybody's reads their own.
  private List<Permission> within(Set<Permission> held) {
    for (Permission permission : permissions) {
      if (!held.contains(permission) || !permission.isForKeys()) {
        throw refused("permissions", "You cannot give " + permission + " to a key.");
      }
    }
    return permissions.stream().flatMap(KeyRequest::withPlain).toList();
  }

  private static Stream<Permission> withPlain(Permission permission) {
    String name = permission.toString();
    return name.endsWith("-any")
        ? Stream.of(permission, Permission.parse(name.substring(0, name.length() - 4)))
        : Stream.of(permission);
  }

  private Scope scopeWithin(Caller caller) {
    var own = new Scope(caller.merchants(), caller.scope().zones());
    Scope asked = parsedScope();
    var narrowed =
        new Scope(
            asked.merchants().isEmpty() ? own.merchants() : asked.merchants(),
            asked.zones().isEmpty() ? own.zones() : asked.zones());
    if (!own.includes(narrowed)) {
      throw refused("scope", "The scope (" + asked + ") is not within your own.");
    }
    return narrowed;
  }

  private Scope parsedScope() {
    return scope == null ? Scope.OWN : Valid.value("scope", () -> Scope.parse(scope));
  }

  private Duration lifetime() {
    if (ttlSeconds == null) {
      return USUAL;
    }
    if (ttlSeconds < 1 || ttlSeconds > LONGEST.toSeconds()) {
      throw refused(
          "ttlSeconds",
          "ttlSeconds (" + ttlSeconds + ") is not within 1 and " + LONGEST.toSeconds() + ".");
    }
    return Duration.ofSeconds(ttlSeconds);
  }

  private static RuntimeException refused(String field, String message) {
    return Problem.invalid("invalid-value", field, message).asException();
  }
}
