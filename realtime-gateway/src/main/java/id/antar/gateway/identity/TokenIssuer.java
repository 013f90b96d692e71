package id.antar.gateway.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import id.antar.api.account.Scope;
import id.antar.api.message.Actor;
import id.antar.api.message.Ids;
import id.antar.api.order.OrderId;
import id.antar.gateway.identity.KnownTokens.Identity;
import id.antar.gateway.identity.key.KeyRing;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Makes the tokens by which callers are known. Their times are real time, whatever the engine's
/// clock does.
public final class TokenIssuer {

  private final KeyRing keys;
  private final KnownTokens known;
  private final InstantSource clock;

  TokenIssuer(KeyRing keys, KnownTokens known, InstantSource clock) {
    this.keys = keys;
    this.known = known;
    this.clock = clock;
  }

  public record Token(String value, Instant expiresAt) {
    @Override
    public String toString() {
      return "Token[expiresAt=" + expiresAt + "]";
    }
  }

  /// Of no session, for development.
  public Token issue(Actor actor, Duration lifetime) {
    return issue(actor, Scope.OWN, null, lifetime);
  }

  /// Known here from now on.
  public Token issue(Actor actor, Scope scope, @Nullable String sessionId, Duration lifetime) {
    var token = sign(TokenTerms.ACCESS, claims(required(actor), scope, sessionId), lifetime);
    Instant issuedAt = token.expiresAt().minus(lifetime);
    var identity = new Identity(actor, scope, sessionId, false, issuedAt, token.expiresAt());
    known.put(token.value(), identity);
    return token;
  }

  /// For somebody whose role needs a second factor that they do not have yet.
  public Token issueEnrolment(Actor actor, Duration lifetime) {
    return sign(TokenTerms.ENROLMENT, claims(required(actor), Scope.OWN, null), lifetime);
  }

  private static Actor required(Actor actor) {
    if (actor.role() == Actor.Role.SYSTEM) {
      throw new IllegalArgumentException("role (system) is the engine's own.");
    }
    if (actor.role() == Actor.Role.RECIPIENT) {
      throw new IllegalArgumentException("role (recipient) comes with a tracking link only.");
    }
    var _ = Ids.requireId("subject", actor.id());
    return actor;
  }

  /// For whoever holds the tracking link of this order, and for nothing else.
  public Token issueLink(OrderId order, Duration lifetime) {
    var actor = new Actor(Actor.Role.RECIPIENT, order.value());
    return sign(TokenTerms.LINK, claims(actor, Scope.OWN, null), lifetime);
  }

  private Token sign(JOSEObjectType type, JWTClaimsSet.Builder claims, Duration lifetime) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Instant expiresAt = now.plus(lifetime);
    claims.issueTime(Date.from(now)).expirationTime(Date.from(expiresAt));
    return new Token(sign(type, claims.build()), expiresAt);
  }

  private static JWTClaimsSet.Builder claims(Actor actor, Scope scope, @Nullable String sessionId) {
    return new JWTClaimsSet.Builder()
        .issuer(TokenTerms.ISSUER)
        .audience(TokenTerms.AUDIENCE)
        .subject(actor.id())
        .claim(TokenTerms.ROLE, actor.role().name().toLowerCase(Locale.ROOT))
        .claim(TokenTerms.SCOPE, scope.equals(Scope.OWN) ? null : scope.toString())
        .claim(TokenTerms.SESSION, sessionId);
  }

  private String sign(JOSEObjectType type, JWTClaimsSet claims) {
    ECKey key = keys.signing();
    var header = new JWSHeader.Builder(JWSAlgorithm.ES256).type(type).keyID(key.getKeyID()).build();
    var token = new SignedJWT(header, claims);
    try {
      token.sign(new ECDSASigner(key));
    } catch (JOSEException e) {
      throw new IllegalStateException("The token key cannot sign.", e);
    }
    return token.serialize();
  }
}
