package id.antar.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.impl.ECDSA;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import id.antar.api.account.MailToken;
import id.antar.api.account.MailToken.Purpose;
import id.antar.api.account.Scope;
import id.antar.api.account.SessionId;
import id.antar.api.merchant.MerchantId;
import id.antar.api.message.Actor;
import id.antar.api.message.Actor.Role;
import id.antar.api.order.OrderId;
import id.antar.gateway.edge.problem.ProblemException;
import id.antar.gateway.identity.key.KeyRing;
import id.antar.gateway.testing.TestFingerprints;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenVerifierTest {

  private static final JOSEObjectType ACCESS = new JOSEObjectType("at+jwt");
  private static final Actor ADA = new Actor(Role.CUSTOMER, "ada");

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-21T12:00:00Z"));
  private final AtomicBoolean complete = new AtomicBoolean(true);
  @TempDir Path folder;

  private KeyRing ring;
  private ECKey key;
  private TokenIssuer issuer;
  private TokenVerifier verifier;
  private EndedAccess ended;

  @BeforeEach
  void makeKeys() {
    ring = ring("ours");
    key = ring.signing();
    issuer = new TokenIssuer(ring, new KnownTokens(now::get), now::get);
    ended = new EndedAccess(Duration.ofMinutes(10), now::get, complete::get);
    verifier = new TokenVerifier(ring, ended, new KnownTokens(now::get), now::get);
  }

  private KeyRing ring(String name) {
    return new KeyRing(folder.resolve(name), now::get, Duration.ofDays(90), Runnable::run);
  }

  @Test
  void whileEndedSessionsAreStillBeingReadAnOldTokenOfOneIsNotTaken() {
    complete.set(false);
    var old = issuer.issue(ADA, Scope.OWN, "session-1", Duration.ofMinutes(5));
    var link = issuer.issueLink(new OrderId("order-1"), Duration.ofMinutes(5));
    now.set(now.get().plusSeconds(2));
    var fresh = issuer.issue(ADA, Scope.OWN, "session-2", Duration.ofMinutes(5));

    assertThatThrownBy(() -> verifier.verify(old.value()))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.problem().status()).isEqualTo(503));
    assertThat(verifier.verify(fresh.value()).sessionId()).isEqualTo("session-2");
    assertThat(verifier.verify(link.value()).actor().role()).isEqualTo(Role.RECIPIENT);

    complete.set(true);
    assertThat(verifier.verify(old.value()).sessionId()).isEqualTo("session-1");
    complete.set(false);
    assertThat(verifier.verify(old.value()).sessionId()).isEqualTo("session-1");
  }

  @Test
  void whatWasIssuedHereIsKnownAsLongAsItIsGood() {
    var known = new KnownTokens(now::get);
    String token = new TokenIssuer(ring, known, now::get).issue(ADA, Duration.ofMinutes(5)).value();

    assertThat(known.find(token)).contains(verifier.verify(token));
    now.set(now.get().plus(Duration.ofMinutes(5)));
    assertThat(known.find(token)).isEmpty();
  }

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
        new TokenIssuer(ring("theirs"), new KnownTokens(now::get), now::get).issue(ADA, Duration.ofMinutes(5)).value(),
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
    var token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.HS256).type(ACCESS).build(), claims(c -> c));
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

  /// Whatever a header says of keys, only ours are looked at.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "unknown",
        "../../../../dev/null",
        "/dev/null",
        "x' UNION SELECT 'secret' -- ",
        "file:///etc/passwd"
      })
  void aKeyThatIsNotOursIsNotLookedFor(String kid) throws JOSEException {
    assertRefused(signed(header().keyID(kid), claims(c -> c)), "token-invalid");
  }

  @Test
  void aKeyThatTheTokenBringsIsNotTaken() throws Exception {
    ECKey theirs = ring("theirs").signing();
    URI address = URI.create("https://attacker.example/keys");
    for (JWSHeader.Builder header :
        List.of(
            header().jwk(theirs.toPublicJWK()),
            header().jwk(theirs.toPublicJWK()).keyID(key.getKeyID()),
            header().jwkURL(address).keyID(theirs.getKeyID()),
            header().x509CertURL(address))) {
      var token = new SignedJWT(header.build(), claims(c -> c));
      token.sign(new ECDSASigner(theirs));
      assertRefused(token.serialize(), "token-invalid");
    }
  }

  @Test
  void anotherAlgorithmIsNotOurs() throws Exception {
    byte[] secret = key.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8);
    for (JWSAlgorithm algorithm : List.of(JWSAlgorithm.HS256, JWSAlgorithm.HS384)) {
      var header = new JWSHeader.Builder(algorithm).type(ACCESS).keyID(key.getKeyID()).build();
      var token = new SignedJWT(header, claims(c -> c));
      token.sign(new MACSigner(secret));
      assertRefused(token.serialize(), "token-invalid");
    }
    var rsa = new RSAKeyGenerator(2048).generate();
    var header = new JWSHeader.Builder(JWSAlgorithm.RS256).type(ACCESS).build();
    var token = new SignedJWT(header, claims(c -> c));
    token.sign(new RSASSASigner(rsa));
    assertRefused(token.serialize(), "token-invalid");
  }

  @Test
  void aSignatureIsWhatTheStandardSays() throws Exception {
    String good = issuer.issue(ADA, Duration.ofMinutes(5)).value();
    String content = good.substring(0, good.lastIndexOf('.') + 1);
    byte[] signature = Base64URL.from(good.substring(content.length())).decode();

    assertRefused(content, "token-invalid");
    assertRefused(
        content + Base64URL.encode(ECDSA.transcodeSignatureToDER(signature)), "token-invalid");
    assertRefused(content + Base64URL.encode(new byte[64]), "token-invalid");
    assertRefused(content + Base64URL.encode(new byte[0]), "token-invalid");
    signature[5] ^= 1;
    assertRefused(content + Base64URL.encode(signature), "token-invalid");
  }

  @Test
  void oneKindOfTokenIsNotAnother() {
    for (JOSEObjectType type :
        Arrays.asList(
            JOSEObjectType.JWT, new JOSEObjectType("link+jwt"), new JOSEObjectType("rt"), null)) {
      var header = new JWSHeader.Builder(JWSAlgorithm.ES256).type(type);
      assertRefused(signed(header, claims(c -> c)), "token-invalid");
    }
    assertRefused(signed(header(), claims(c -> c.claim("role", "recipient"))), "token-invalid");
    var fingerprints = new TestFingerprints();
    var refresh = "rt.a.b.0." + "0".repeat(64) + "." + fingerprints.of("refresh", "a.b.0");
    assertRefused(refresh, "token-invalid");
    assertRefused(
        new MailToken(Purpose.PASSWORD_RESET, "a", "b").seal(fingerprints), "token-invalid");
  }

  @Test
  void aTokenThatLetsSomebodyEnrolSaysSo() {
    var token = issuer.issueEnrolment(new Actor(Role.OPERATOR, "olga"), Duration.ofMinutes(5));

    assertThat(verifier.verify(token.value()).enrolment()).isTrue();
    assertThat(verifier.verify(issuer.issue(ADA, Duration.ofMinutes(5)).value()).enrolment())
        .isFalse();
  }

  @Test
  void aTokenOfASessionThatWasEndedIsRefusedAtOnce() {
    String token = issuer.issue(ADA, Scope.OWN, "s1", Duration.ofMinutes(5)).value();
    assertThat(verifier.verify(token).sessionId()).isEqualTo("s1");

    ended.end(new SessionId("s1"));

    assertRefused(token, "session-ended");
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
    return signed(header(), claims(change));
  }

  private String signed(JWSHeader.Builder header, JWTClaimsSet claims) {
    try {
      var token = new SignedJWT(header.build(), claims);
      token.sign(new ECDSASigner(key));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JWSHeader.Builder header() {
    return new JWSHeader.Builder(JWSAlgorithm.ES256).type(ACCESS);
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
}
