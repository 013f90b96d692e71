package id.antar.gateway.tracking;

import id.antar.api.order.OrderId;
import id.antar.gateway.edge.problem.Problem;
import id.antar.gateway.identity.TokenIssuer;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/// Makes the link to one order. Its token stands behind the `#`, which browsers send to nobody.
final class TrackingLinks {

  private static final String PAGE = "/track";

  private static final Duration SHORTEST = Duration.ofMinutes(1);
  private static final Duration USUAL = Duration.ofHours(4);
  private static final Duration LONGEST = Duration.ofHours(24);

  private final TokenIssuer issuer;
  private final @Nullable URI publicUrl;

  TrackingLinks(TokenIssuer issuer, @Nullable URI publicUrl) {
    this.issuer = issuer;
    this.publicUrl = publicUrl;
  }

  record Link(String url, String token, Instant expiresAt) {
    @Override
    public String toString() {
      return "Link[expiresAt=" + expiresAt + "]";
    }
  }

  static Duration lifetime(@Nullable Long seconds) {
    if (seconds == null) {
      return USUAL;
    }
    if (seconds < SHORTEST.toSeconds() || seconds > LONGEST.toSeconds()) {
      String message =
          "ttlSeconds (%d) is not within %d and %d."
              .formatted(seconds, SHORTEST.toSeconds(), LONGEST.toSeconds());
      throw Problem.invalid("invalid-value", "ttlSeconds", message).asException();
    }
    return Duration.ofSeconds(seconds);
  }

  /// @param asked where the link was asked for
  Link make(OrderId order, Duration lifetime, URI asked) {
    TokenIssuer.Token token = issuer.issueLink(order, lifetime);
    return new Link(page(asked) + "#" + token.value(), token.value(), token.expiresAt());
  }

  private String page(URI asked) {
    return publicUrl == null
        ? UriComponentsBuilder.fromUri(asked)
            .replacePath(PAGE)
            .replaceQuery(null)
            .fragment(null)
            .toUriString()
        : UriComponentsBuilder.fromUri(publicUrl).path(PAGE).toUriString();
  }
}
