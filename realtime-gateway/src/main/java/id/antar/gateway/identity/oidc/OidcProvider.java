package id.antar.gateway.identity.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import id.antar.gateway.edge.memory.Latest;
import id.antar.gateway.edge.problem.Problem;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Verifies a provider's tokens by the keys that it publishes. They are fetched when first needed
/// and kept, fetched again when they are old or a token names another, and used for some time while
/// the provider does not answer. All of this waits for the network: never on an event loop.
public final class OidcProvider {

  private static final Logger log = LoggerFactory.getLogger(OidcProvider.class);

  /// Signatures by a key of a pair: a secret that both sides have could be our client's own.
  private static final Set<JWSAlgorithm> ALGORITHMS =
      Set.of(
          JWSAlgorithm.RS256,
          JWSAlgorithm.RS384,
          JWSAlgorithm.RS512,
          JWSAlgorithm.PS256,
          JWSAlgorithm.ES256,
          JWSAlgorithm.ES384);

  private static final int CLOCK_SKEW_SECONDS = 30;
  private static final int LARGEST_ANSWER = 256 * 1024;
  private static final Duration OUTAGE = Duration.ofHours(4);

  private static final int REMEMBERED = 20_000;

  /// A key that the provider withdraws is good for so long at most where its tokens are known.
  private static final Duration KNOWN = Duration.ofMinutes(5);

  /// So long nobody asks again who did not answer.
  private static final Duration SILENT = Duration.ofSeconds(5);

  /// Within this time keys are fetched so often at most as was just tried.
  private static final Duration FETCHED_AGAIN = Duration.ofSeconds(30);

  private final OidcProperties settings;
  private final OidcClaims claims;
  private final InstantSource clock;
  private final Map<String, Verified> verified =
      Collections.synchronizedMap(new Latest<>(REMEMBERED));
  private volatile @Nullable DefaultJWTProcessor<SecurityContext> processor;
  private volatile @Nullable Instant silentSince;

  OidcProvider(OidcProperties settings, InstantSource clock) {
    this.settings = settings;
    this.claims = new OidcClaims(settings);
    this.clock = clock;
  }

  private record Verified(OidcIdentity identity, Instant until) {}

  /// Whether a token says that it is this provider's; whether that is true is another matter.
  public boolean mayHaveIssued(String token) {
    try {
      return settings.issuer().equals(JWTParser.parse(token).getJWTClaimsSet().getIssuer());
    } catch (ParseException | RuntimeException _) {
      return false;
    }
  }

  /// Whom a token is about that was good here a moment ago. Never waits.
  public Optional<OidcIdentity> findVerified(String token) {
    return Optional.ofNullable(verified.get(token))
        .filter(it -> clock.instant().isBefore(it.until()))
        .map(Verified::identity);
  }

  /// Nothing if the token is not good.
  public Optional<OidcIdentity> verify(String token) {
    try {
      OidcIdentity identity = claims.identity(processor().process(token, null));
      silentSince = null;
      verified.put(token, new Verified(identity, until(identity)));
      return Optional.of(identity);
    } catch (RateLimitReachedException _) {
      return unknownKey();
    } catch (KeySourceException e) {
      throw silent(e);
    } catch (BadJOSEException | IllegalArgumentException | ParseException | JOSEException _) {
      return Optional.empty();
    }
  }

  private Instant until(OidcIdentity identity) {
    Instant latest = clock.instant().plus(KNOWN);
    return identity.expiresAt().isBefore(latest) ? identity.expiresAt() : latest;
  }

  /// The keys were fetched a moment ago, and the token's is none of them; unless they could not be.
  private Optional<OidcIdentity> unknownKey() {
    if (wasSilentWithin(FETCHED_AGAIN)) {
      throw unavailable();
    }
    return Optional.empty();
  }

  private void requireNotSilent() {
    if (wasSilentWithin(SILENT)) {
      throw unavailable();
    }
  }

  private boolean wasSilentWithin(Duration time) {
    Instant since = silentSince;
    return since != null && clock.instant().isBefore(since.plus(time));
  }

  private DefaultJWTProcessor<SecurityContext> processor() {
    DefaultJWTProcessor<SecurityContext> known = processor;
    return known == null ? discover() : known;
  }

  private synchronized DefaultJWTProcessor<SecurityContext> discover() {
    DefaultJWTProcessor<SecurityContext> known = processor;
    if (known == null) {
      requireNotSilent();
      known = processor(keys());
      processor = known;
    }
    return known;
  }

  private JWKSource<SecurityContext> keys() {
    int timeout = (int) settings.timeout().toMillis();
    var retriever = new DefaultResourceRetriever(timeout, timeout, LARGEST_ANSWER);
    try {
      return JWKSourceBuilder.create(keysUrl(retriever), retriever)
          .retrying(true)
          .outageTolerant(OUTAGE.toMillis())
          .build();
    } catch (IOException | ParseException | IllegalArgumentException e) {
      throw silent(e);
    }
  }

  /// A document that speaks for another issuer is none.
  private URL keysUrl(DefaultResourceRetriever retriever) throws IOException, ParseException {
    String address = settings.issuer().replaceFirst("/$", "") + "/.well-known/openid-configuration";
    String text = retriever.retrieveResource(URI.create(address).toURL()).getContent();
    Map<String, Object> document = JSONObjectUtils.parse(text);
    if (!settings.issuer().equals(JSONObjectUtils.getString(document, "issuer"))) {
      throw new IOException("The document at " + address + " is another issuer's.");
    }
    return URI.create(String.valueOf(JSONObjectUtils.getString(document, "jwks_uri"))).toURL();
  }

  private DefaultJWTProcessor<SecurityContext> processor(JWKSource<SecurityContext> keys) {
    var made = new DefaultJWTProcessor<SecurityContext>();
    made.setJWSTypeVerifier(
        new DefaultJOSEObjectTypeVerifier<>(
            JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
    made.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys));
    Set<String> audiences = new HashSet<>(settings.audiences());
    audiences.add(settings.clientId());
    var verifier =
        new DefaultJWTClaimsVerifier<SecurityContext>(
            audiences,
            new JWTClaimsSet.Builder().issuer(settings.issuer()).build(),
            Set.of("sub", "exp", "iat"),
            Set.of());
    verifier.setMaxClockSkew(CLOCK_SKEW_SECONDS);
    made.setJWTClaimsSetVerifier(verifier);
    return made;
  }

  private RuntimeException silent(Exception cause) {
    log.warn("The OpenID Connect provider does not answer: {}", cause.toString());
    silentSince = clock.instant();
    return unavailable();
  }

  private static RuntimeException unavailable() {
    return Problem.of(503, "unavailable", "The provider of accounts does not answer.")
        .retryAfter(SILENT)
        .asException();
  }
}
