package id.antar.gateway.identity.oidc;

import com.nimbusds.jwt.JWTClaimsSet;
import id.antar.api.account.Scope;
import id.antar.api.message.Actor;
import id.antar.api.message.Actor.Role;
import id.antar.api.message.Ids;
import id.antar.gateway.edge.problem.Problem;
import java.text.ParseException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Reads a provider's claims.
final class OidcClaims {

  private final OidcProperties settings;

  OidcClaims(OidcProperties settings) {
    this.settings = settings;
  }

  OidcIdentity identity(JWTClaimsSet claims) throws ParseException {
    String scope = claims.getStringClaim(settings.scopeClaim());
    return new OidcIdentity(
        new Actor(role(words(claims.getClaim(settings.roleClaim()))), id(claims.getSubject())),
        scope == null ? Scope.OWN : Scope.parse(scope),
        claims.getExpirationTime().toInstant());
  }

  private Role role(Set<String> has) {
    return settings.roles().entrySet().stream()
        .filter(entry -> has.contains(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseThrow(() -> Problem.forbidden("This account has no role here.").asException());
  }

  private static Set<String> words(Object claim) {
    return switch (claim) {
      case null -> Set.of();
      case Collection<?> list -> list.stream().map(String::valueOf).collect(Collectors.toSet());
      default -> Set.copyOf(Arrays.asList(String.valueOf(claim).split("[ ,]+")));
    };
  }

  /// Their subject where it can be an id here, else an id that always follows from it.
  private String id(String subject) {
    try {
      return Ids.requireId("subject", subject);
    } catch (IllegalArgumentException _) {
      return Ids.derive("oidc", settings.issuer(), subject);
    }
  }
}
