package id.antar.gateway.identity.oidc;

import id.antar.api.account.Scope;
import id.antar.api.message.Actor;
import java.time.Instant;

/// Whom a provider's token is about, in our terms.
public record OidcIdentity(Actor actor, Scope scope, Instant expiresAt) {}
