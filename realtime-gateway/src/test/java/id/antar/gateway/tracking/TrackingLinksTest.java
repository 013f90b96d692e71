package id.antar.gateway.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.order.OrderId;
import id.antar.gateway.identity.TokenIssuer;
import id.antar.gateway.testing.GatewayTest;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TrackingLinksTest extends GatewayTest {

  private static final URI ASKED =
      URI.create("https://antar.example:8443/v1/orders/order-1/tracking-links?x=1");

  @Test
  void aLinkLeadsWhereItWasAskedFor() {
    assertThat(page(tokens, null)).isEqualTo("https://antar.example:8443/track");
  }

  @Test
  void orWhereTheGatewayIsSaidToBe() {
    assertThat(page(tokens, URI.create("https://track.example")))
        .isEqualTo("https://track.example/track");
    assertThat(page(tokens, URI.create("https://track.example/app/")))
        .isEqualTo("https://track.example/app/track");
  }

  private static String page(TokenIssuer tokens, @Nullable URI publicUrl) {
    var link =
        new TrackingLinks(tokens, publicUrl)
            .make(new OrderId("order-1"), Duration.ofHours(1), ASKED);
    return link.url().substring(0, link.url().indexOf('#'));
  }
}
