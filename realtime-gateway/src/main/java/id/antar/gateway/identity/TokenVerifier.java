package id.antar.gateway.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.jwt.proc.ExpiredJWTException;
import id.antar.api.account.Scope;
import id.antar.api.message.Actor;
import id.antar.gateway.identity.KnownTokens.Identity;
import id.antar.gateway.identity.key.KeyRing;
import java.text.ParseException;
import java.time.InstantSource;
import java.util.Date;
import java.util.Locale;
import java.util.Set;

/// Knows a good token: ES256 by our key, for us, by us, in time, of a session that is not over.
final class TokenVerifier {

  private static final int CLOCK_SKEW_SECONDS = 5;

  private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
  private final EndedAccess ended;
  private final KnownTokens known;

  TokenVerifier(KeyRing keys, EndedAccess ended, KnownTokens known, InstantSource clock) {
    this.ended = ended;
    this.known = known;
    processor.setJWSKeySelector(
        new JWSVerificationKeySelector<>(
            JWSAlgorithm.ES256, (selector, _) -> selector.select(keys.open())));
    processor.setJWSTypeVerifier(
        new DefaultJOSEObjectTypeVerifier<>(
            TokenTerms.ACCESS, TokenTerms.LINK, TokenTerms.ENROLMENT));
    processor.setJWTClaimsSetVerifier(new Claims(clock));
  }

  /// Throws the problem that a bad token is.
  Identity verify(String token) {
    Identity identity = known.find(token).orElseGet(() -> check(token));
    known.put(token, identity);
    if (ended.contains(identity.sessionId())) {
      throw Unauthorized.ended().asException();
    }
    if (ended.mayContain(identity.sessionId(), identity.issuedAt())) {
      throw Unauthorized.notYetKnown().asException();
    }
    return identity;
  }

  private Identity check(String token) {
    try {
      SignedJWT signed = SignedJWT.parse(token);
      JWTClaimsSet claims = processor.process(signed, null);
      String role = claims.getStringClaim(TokenTerms.ROLE).toUpperCase(Locale.ROOT);
      var actor = new Actor(Actor.Role.valueOf(role), claims.getSubject());
      JOSEObjectType type = signed.getHeader().getType();
      boolean link = type.equals(TokenTerms.LINK);
      if (actor.role() == Actor.Role.SYSTEM || link != (actor.role() == Actor.Role.RECIPIENT)) {
        throw Unauthorized.forged().asException();
      }
      return new Identity(
          actor,
          scope(claims),
          claims.getStringClaim(TokenTerms.SESSION),
          type.equals(TokenTerms.ENROLMENT),
          claims.getIssueTime().toInstant(),
          claims.getExpirationTime().toInstant());
    } catch (ExpiredJWTException _) {
      throw Unauthorized.expired().asException();
    } catch (ParseException | BadJOSEException | JOSEException | IllegalArgumentException _) {
      throw Unauthorized.forged().asException();
    }
  }

  private static Scope scope(JWTClaimsSet claims) throws ParseException {
    String scope = claims.getStringClaim(TokenTerms.SCOPE);
    return scope == null ? Scope.OWN : Scope.parse(scope);
  }

  private static final class Claims extends DefaultJWTClaimsVerifier<SecurityContext> {

    private final InstantSource clock;

    Claims(InstantSource clock) {
      super(
          TokenTerms.AUDIENCE,
          new JWTClaimsSet.Builder().issuer(TokenTerms.ISSUER).build(),
          Set.of("sub", TokenTerms.ROLE, "exp", "iat"));
      this.clock = clock;
      setMaxClockSkew(CLOCK_SKEW_SECONDS);
    }

    @Override
    protected Date currentTime() {
      return Date.from(clock.instant());
    }
  }
}
