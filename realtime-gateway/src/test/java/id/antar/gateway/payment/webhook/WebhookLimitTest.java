package id.antar.gateway.payment.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.antar.gateway.edge.address.ClientAddresses;
import id.antar.gateway.edge.address.ClientAddresses.Header;
import id.antar.gateway.edge.address.Networks;
import id.antar.gateway.edge.problem.ProblemException;
import id.antar.gateway.payment.webhook.KeepWebhook.Delivery;
import id.antar.gateway.payment.webhook.KeepWebhook.Kept;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.util.unit.DataSize;
import org.springframework.web.server.WebFilter;
import reactor.core.publisher.Mono;

/// Who forges is kept away, and nobody else behind the same proxy.
class WebhookLimitTest {

  private static final WebFilter BEHIND_A_PROXY =
      (exchange, chain) ->
          chain.filter(
              exchange
                  .mutate()
                  .request(it -> it.remoteAddress(new InetSocketAddress("10.0.0.1", 4711)))
                  .build());

  private static final WebFilter WRITING_PROBLEMS =
      (exchange, chain) ->
          chain
              .filter(exchange)
              .onErrorResume(
                  ProblemException.class,
                  e -> {
                    exchange.getResponse().setRawStatusCode(e.problem().status());
                    return exchange.getResponse().setComplete();
                  });

  private final WebTestClient client =
      WebTestClient.bindToController(
              new WebhookController(
                  Map.of(WebhookProvider.XENDIT, WebhookLimitTest::verify),
                  _ -> Mono.just(Kept.NEW),
                  new Intake(1, 3),
                  DataSize.ofKilobytes(1),
                  new SimpleMeterRegistry()))
          .webFilter(
              WRITING_PROBLEMS,
              BEHIND_A_PROXY,
              new ClientAddresses(new Networks(List.of("10.0.0.0/8")), Header.X_FORWARDED_FOR))
          .build();

  private static Optional<Delivery> verify(Object headers, byte[] body) {
    return new String(body, UTF_8).equals("signed")
        ? Optional.of(new Delivery(WebhookProvider.XENDIT, "id", "p-1-1", "paid"))
        : Optional.empty();
  }

  private int deliver(String from, String body) {
    return client
        .post()
        .uri("/v1/webhooks/xendit")
        .header("X-Forwarded-For", from)
        .bodyValue(body)
        .exchange()
        .returnResult(Void.class)
        .getStatus()
        .value();
  }

  @Test
  void whatIsSignedIsTakenHoweverMuchIsForged() {
    for (int i = 0; i < 3; i++) {
      assertThat(deliver("203.0.113.1", "forged")).isEqualTo(401);
    }
    assertThat(deliver("203.0.113.1", "forged")).isEqualTo(429);

    for (int i = 0; i < 10; i++) {
      assertThat(deliver("203.0.113.1", "signed")).isEqualTo(200);
    }
  }

  @Test
  void whoIsBehindTheSameProxyIsNotTakenForTheForger() {
    for (int i = 0; i < 4; i++) {
      deliver("203.0.113.1", "forged");
    }

    assertThat(deliver("203.0.113.1", "forged")).isEqualTo(429);
    assertThat(deliver("203.0.113.2", "forged")).isEqualTo(401);
  }

  @Test
  void ofANetworkOfIpv6NobodyGetsAFreshStart() {
    for (int i = 0; i < 4; i++) {
      deliver("2001:db8::" + i, "forged");
    }

    assertThat(deliver("2001:db8::ffff", "forged")).isEqualTo(429);
  }
}
