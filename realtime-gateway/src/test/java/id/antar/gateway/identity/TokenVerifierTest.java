package id.antar.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import id.antar.api.account.Scope;
import id.antar.api.merchant.MerchantId;
import id.antar.api.message.Actor;
import id.antar.api.message.Actor.Role;
import id.antar.gateway.edge.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenVerifierTest {

  private static final Actor ADA = new Actor(Role.CUSTOMER, "ada");

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-21T12:00:00Z"));
  private final ECKey key = newKey();
  private final TokenIssuer issuer = new TokenIssuer(key, now::get);
  private final TokenVerifier verifier = new TokenVerifier(key, now::get);

  @Test
  void aTokenSaysWhoItsBearerIs() {
    var token = issuer.issue(ADA, Duration.ofMinutes(5));

    assertThat(verifier.verify(token.value()).actor()).isEqualTo(ADA);
    assertThat(verifier.verify(token.value()).expiresAt()).isEqualTo(token.expiresAt());
  }

  @Test
  void aTokenSaysWhereItsBearerMayActAndInWhichSession() {
    var cashier = new Actor(Role.CASHIER, "cara");
    var scope = Scope.ofMerchants(new MerchantId("m1"), new MerchantId("m2"));
    var identity =
        verifier.verify(issuer.issue(cashier, scope, "s-1", Duration.ofMinutes(5)).value());

    assertThat(identity.scope()).isEqualTo(scope);
    assertThat(identity.sessionId()).isEqualTo("s-1");
    assertThat(verifier.verify(issuer.issue(ADA, Duration.ofMinutes(5)).value()).scope())
        .isEqualTo(Scope.OWN);
  }

  @Test
  void anExpiredTokenIsRefusedAlsoIfItWasGoodBefore() {
    String token = issuer.issue(ADA, Duration.ofMinutes(5)).value();
    var _ = verifier.verify(token);
    now.set(now.get().plusSeconds(306));

    assertRefused(token, "token-expired");
  }

  @Test
  void aTokenByAnotherKeyIsRefused() {
    assertRefused(
        new TokenIssuer(newKey(), now::get).issue(ADA, Duration.ofMinutes(5)).value(),
        "token-invalid");
  }

  @Test
  void anAlteredTokenIsRefused() {
    String[] parts = issuer.issue(ADA, Duration.ofMinutes(5)).value().split("\\.");
    String[] other =
        issuer.issue(new Actor(Role.ADMIN, "root"), Duration.ofMinutes(5)).value().split("\\.");

    assertRefused(parts[0] + "." + other[1] + "." + parts[2], "token-invalid");
  }

  @Test
  void anUnsignedTokenIsRefused() {
    assertRefused(new PlainJWT(claims(c -> c)).serialize(), "token-invalid");
  }

  @Test
  void aTokenSignedByThePublicKeyAsASecretIsRefused() throws JOSEException {
    var token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims(c -> c));
    token.sign(new MACSigner(key.toECPublicKey().getEncoded()));

    assertRefused(token.serialize(), "token-invalid");
  }

  @Test
  void whatIsNotMeantForUsIsRefused() {
    assertRefused(signed(c -> c.issuer("somebody")), "token-invalid");
    assertRefused(signed(c -> c.audience("somebody")), "token-invalid");
    assertRefused(signed(c -> c.claim("role", null)), "token-invalid");
    assertRefused(signed(c -> c.claim("role", "system")), "token-invalid");
    assertRefused(signed(c -> c.claim("role", "king")), "token-invalid");
    assertRefused(signed(c -> c.claim("role", 7)), "token-invalid");
    assertRefused(signed(c -> c.claim("scope", "everything")), "token-invalid");
    assertRefused(signed(c -> c.claim("scope", "merchant:")), "token-invalid");
    assertRefused(signed(c -> c.claim("sid", 7)), "token-invalid");
    assertRefused(signed(c -> c.subject(null)), "token-invalid");
    assertRefused(signed(c -> c.subject(" ")), "token-invalid");
    assertRefused(signed(c -> c.expirationTime(null)), "token-invalid");
    assertRefused(
        signed(c -> c.notBeforeTime(Date.from(now.get().plusSeconds(60)))), "token-invalid");
    assertThat(verifier.verify(signed(c -> c)).actor()).isEqualTo(ADA);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "a.b.c", "....", "eyJhbGciOiJub25lIn0.e30."})
  void whatIsNoTokenIsRefused(String text) {
    assertRefused(text, "token-invalid");
  }

  @Test
  void theEngineItselfHasNoToken() {
    assertThatThrownBy(() -> issuer.issue(Actor.SYSTEM, Duration.ofMinutes(5)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private void assertRefused(String token, String code) {
    assertThatThrownBy(() -> verifier.verify(token))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> {
              assertThat(e.problem().code()).isEqualTo(code);
              assertThat(e.problem().status()).isEqualTo(401);
              assertThat(e.problem().headers()).containsKey("WWW-Authenticate");
            });
  }

  private String signed(UnaryOperator<JWTClaimsSet.Builder> change) {
    try {
      var token = new SignedJWT(new JWSHeader(JWSAlgorithm.ES256), claims(change));
      token.sign(new ECDSASigner(key));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private JWTClaimsSet claims(UnaryOperator<JWTClaimsSet.Builder> change) {
    return change
        .apply(
            new JWTClaimsSet.Builder()
                .issuer("antar")
                .audience("antar")
                .subject("ada")
                .claim("role", "customer")
                .issueTime(Date.from(now.get()))
                .expirationTime(Date.from(now.get().plusSeconds(60))))
        .build();
  }

  private static ECKey newKey() {
    try {
      return new ECKeyGenerator(Curve.P_256).keyIDFromThumbprint(true).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
