package id.antar.gateway.identity.oidc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import id.antar.api.merchant.MerchantId;
import id.antar.api.message.Actor;
import id.antar.api.message.Actor.Role;
import id.antar.gateway.edge.problem.ProblemException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Against a provider with keys of its own.
class OidcProviderTest {

  private final AtomicReference<RSAKey> key = new AtomicReference<>(newKey("first"));
  private final AtomicInteger fetched = new AtomicInteger();
  private final AtomicInteger looked = new AtomicInteger();
  private final AtomicReference<String> document = new AtomicReference<>("");
  private final Instant now = Clock.systemUTC().instant();
  private final AtomicReference<Instant> later = new AtomicReference<>(now);
  private HttpServer server;
  private String issuer;
  private OidcProvider provider;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    issuer = "http://localhost:" + server.getAddress().getPort() + "/realm";
    answer(
        "/realm/.well-known/openid-configuration",
        () -> {
          looked.incrementAndGet();
          return document.get();
        });
    document.set("{\"issuer\":\"" + issuer + "\",\"jwks_uri\":\"" + issuer + "/keys\"}");
    answer(
        "/realm/keys",
        () -> {
          fetched.incrementAndGet();
          return new JWKSet(key.get()).toString(true);
        });
    server.start();
    provider = provider(issuer);
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void answer(String path, java.util.function.Supplier<String> text) {
    server.createContext(
        path,
        exchange -> {
          byte[] body = text.get().getBytes(UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
  }

  private OidcProvider provider(String issuer) {
    var roles = new LinkedHashMap<String, Role>();
    roles.put("antar-ops", Role.OPERATOR);
    roles.put("antar-shop", Role.MERCHANT);
    roles.put("antar-customers", Role.CUSTOMER);
    return new OidcProvider(
        new OidcProperties(
            issuer, "antar-app", List.of(), "groups", roles, "antar_scope", Duration.ofSeconds(2)),
        later::get);
  }

  @Test
  void itsTokensSayWhoTheirBearerIs() {
    OidcIdentity ada =
        provider
            .verify(token(c -> c.claim("groups", List.of("x", "antar-customers"))))
            .orElseThrow();
    OidcIdentity shop =
        provider
            .verify(token(c -> c.claim("groups", "antar-shop").claim("antar_scope", "merchant:m1")))
            .orElseThrow();

    assertThat(ada.actor()).isEqualTo(new Actor(Role.CUSTOMER, "ada"));
    assertThat(shop.scope().merchants()).containsExactly(new MerchantId("m1"));
    assertThat(fetched).hasValue(1);
  }

  @Test
  void aSubjectThatIsNoIdHasOneThatFollowsFromIt() {
    String one = token(c -> c.subject("auth0|42").claim("groups", "antar-customers"));

    String id = provider.verify(one).orElseThrow().actor().id();

    assertThat(id).matches("[0-9a-f-]{36}");
    assertThat(provider.verify(one).orElseThrow().actor().id()).isEqualTo(id);
  }

  @Test
  void aNewKeyOfTheProviderIsFetched() {
    assertThat(provider.verify(customers())).isPresent();

    key.set(newKey("second"));

    assertThat(provider.verify(customers())).isPresent();
  }

  @Test
  void whatIsNotForUsOrNotInTimeIsRefused() {
    UnaryOperator<JWTClaimsSet.Builder> member = c -> c.claim("groups", "antar-customers");
    List.<UnaryOperator<JWTClaimsSet.Builder>>of(
            c -> c.audience("another-app"),
            c -> c.issuer(issuer + "/other"),
            c -> c.expirationTime(Date.from(now.minusSeconds(120))),
            c -> c.notBeforeTime(Date.from(now.plusSeconds(300))),
            c -> c.subject(null),
            c -> c.expirationTime(null))
        .forEach(change ->
            assertThat(provider.verify(token(c -> change.apply(member.apply(c))))).isEmpty());
  }

  @Test
  void aSecretIsNoKey() throws JOSEException {
    byte[] secret = key.get().toPublicJWK().toJSONString().getBytes(UTF_8);
    var token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("first").build(), claims(c -> c));
    token.sign(new MACSigner(secret));

    assertThat(provider.verify(token.serialize())).isEmpty();
    assertThat(provider.verify(sign(newKey("first"), c -> c.claim("groups", "antar-ops"))))
        .isEmpty();
    assertThat(provider.verify("x.y.z")).isEmpty();
    assertThat(provider.mayHaveIssued("x.y.z")).isFalse();
  }

  @Test
  void whoHasNoRoleHereIsToldSo() {
    assertThatThrownBy(() -> provider.verify(token(c -> c.claim("groups", "strangers"))))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.problem().status()).isEqualTo(403));
  }

  @Test
  void aProviderThatDoesNotAnswerIsAnOutage() {
    OidcProvider gone = provider("http://localhost:1/realm");

    assertThatThrownBy(() -> gone.verify(customers()))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.problem().status()).isEqualTo(503));
  }

  @Test
  void whoDoesNotAnswerIsNotAskedAgainAtOnce() {
    String good = document.getAndSet("{}");
    for (int i = 0; i < 20; i++) {
      assertThatThrownBy(() -> provider.verify(customers())).isInstanceOf(ProblemException.class);
    }
    assertThat(looked).hasValue(1);

    document.set(good);
    later.set(now.plusSeconds(6));
    assertThat(provider.verify(customers())).isPresent();
  }

  @Test
  void aKeyThatNobodyHasHeardOfIsAForgeryHoweverOftenItIsShown() {
    assertThat(provider.verify(customers())).isPresent();
    String forged = sign(newKey("unknown"), c -> c.claim("groups", "antar-ops"));
    for (int i = 0; i < 20; i++) {
      assertThat(provider.verify(forged)).isEmpty();
    }
    assertThat(provider.verify(customers())).isPresent();
  }

  @Test
  void aGoodTokenIsKnownForAWhile() {
    String token = customers();
    assertThat(provider.findVerified(token)).isEmpty();
    var identity = provider.verify(token);

    assertThat(provider.findVerified(token)).isEqualTo(identity).isPresent();
    later.set(now.plusSeconds(301));
    assertThat(provider.findVerified(token)).isEmpty();
  }

  private String customers() {
    return token(c -> c.claim("groups", "antar-customers"));
  }

  private String token(UnaryOperator<JWTClaimsSet.Builder> change) {
    return sign(key.get(), change);
  }

  private String sign(RSAKey by, UnaryOperator<JWTClaimsSet.Builder> change) {
    try {
      var header =
          new JWSHeader.Builder(JWSAlgorithm.RS256)
              .type(JOSEObjectType.JWT)
              .keyID(by.getKeyID())
              .build();
      var token = new SignedJWT(header, claims(change));
      token.sign(new RSASSASigner(by));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private JWTClaimsSet claims(UnaryOperator<JWTClaimsSet.Builder> change) {
    return change
        .apply(
            new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience("antar-app")
                .subject("ada")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(600))))
        .build();
  }

  private static RSAKey newKey(String id) {
    try {
      return new RSAKeyGenerator(2048).keyID(id).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
