package id.antar.gateway.authorisation;

import id.antar.api.account.ApiKeyId;
import id.antar.api.account.ApiKeyView;
import id.antar.api.account.Permission;
import id.antar.api.account.RoleBundles;
import id.antar.api.account.Scope;
import id.antar.api.message.Actor;
import id.antar.api.message.Actor.Role;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Somebody who calls, and the letter that says what is to come of it.
///
/// @param authorization the header, if there is one
/// @param letter `!` for whoever is to be nobody here
/// @param own the ids of what is theirs
record Persona(String name, @Nullable String authorization, char letter, Map<String, String> own) {

  static final char NOBODY = '!';

  /// What is theirs, of one who acts as this actor.
  static Map<String, String> ownOf(Actor actor) {
    var own = new HashMap<>(World.OWN);
    own.put("owner", actor.toString());
    own.put("key", keyOf(actor).value());
    return Map.copyOf(own);
  }

  /// A key that this actor has, by which nobody calls.
  static ApiKeyId keyOf(Actor actor) {
    return new ApiKeyId("%016x".formatted(actor.hashCode() & 0xffffffffL));
  }

  /// All of a role but these and what includes them.
  static Set<Permission> allBut(Role role, Collection<Permission> without) {
    Set<Permission> rest = EnumSet.copyOf(RoleBundles.of(role));
    rest.removeAll(without);
    rest.removeAll(anyOf(without));
    return rest;
  }

  /// These, and everybody's of the same.
  static Set<Permission> these(Collection<Permission> permissions) {
    Set<Permission> all = anyOf(permissions);
    all.addAll(permissions);
    return all;
  }

  private static Set<Permission> anyOf(Collection<Permission> permissions) {
    Set<Permission> any = EnumSet.noneOf(Permission.class);
    for (Permission each : Permission.values()) {
      if (permissions.stream().anyMatch(it -> each.toString().equals(it + "-any"))) {
        any.add(each);
      }
    }
    return any;
  }

  static ApiKeyView key(
      ApiKeyId id, String hash, Actor owner, Collection<Permission> permissions, Scope scope) {
    return new ApiKeyView(
        id,
        owner,
        "test",
        List.copyOf(permissions),
        scope,
        hash,
        Instant.EPOCH,
        Instant.now().plusSeconds(3600),
        null);
  }
}
