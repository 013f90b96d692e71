package id.antar.gateway.identity.oidc;

import id.antar.api.message.Actor.Role;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// A provider of OpenID Connect by whose tokens callers are known, in place of our own accounts.
///
/// @param issuer as its tokens say it; accounts are our own if it is empty
/// @param clientId what its tokens have to be for
/// @param audiences what they may be for instead
/// @param roleClaim the claim that names roles or groups: a list, or words in one text
/// @param roles what each of them is here; the first that somebody has counts
/// @param scopeClaim the claim with a scope such as `merchant:noodle-bar`, if there is one
/// @param timeout of a request to the provider
@ConfigurationProperties("antar.oidc")
public record OidcProperties(
    @DefaultValue("") String issuer,
    @DefaultValue("") String clientId,
    @DefaultValue({}) List<String> audiences,
    @DefaultValue("roles") String roleClaim,
    @DefaultValue Map<String, Role> roles,
    @DefaultValue("antar_scope") String scopeClaim,
    @DefaultValue("PT5S") Duration timeout) {

  public OidcProperties {
    if (!issuer.isBlank() && (clientId.isBlank() || roles.isEmpty())) {
      throw new IllegalArgumentException(
          "antar.oidc has an issuer and lacks a client-id or roles.");
    }
    if (roles.containsValue(Role.SYSTEM) || roles.containsValue(Role.RECIPIENT)) {
      throw new IllegalArgumentException("antar.oidc.roles gives a role that nobody may have.");
    }
  }

  /// The provider, if there is one.
  public Optional<OidcProvider> findProvider() {
    return issuer.isBlank() ? Optional.empty() : Optional.of(new OidcProvider(this, Clock.systemUTC()));
  }
}
