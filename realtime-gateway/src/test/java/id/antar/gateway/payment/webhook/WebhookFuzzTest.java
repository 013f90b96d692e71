package id.antar.gateway.payment.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.antar.gateway.testing.FakeEngine;
import id.antar.gateway.testing.GatewayTest;
import id.antar.gateway.testing.InMemoryWebhooks;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/// Whatever strangers send, nothing fails and nothing is kept.
class WebhookFuzzTest {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private static final class Gateway {
    static final ConfigurableApplicationContext CONTEXT =
        new SpringApplicationBuilder(GatewayTest.Host.class)
            .run(
                "--server.port=0",
                "--antar.gateway.key-file=target/test-keys/fuzz.json",
                "--antar.payment.midtrans.server-key=midtrans-key",
                "--antar.payment.xendit.webhook-token=xendit-token",
                "--antar.payment.webhooks.per-second=100000",
                "--antar.payment.webhooks.burst=100000",
                "--spring.main.banner-mode=off");
  }

  @AfterContainer
  static void stop() {
    Gateway.CONTEXT.close();
  }

  private static int deliver(String provider, byte[] body, Map<String, String> headers)
      throws IOException, InterruptedException {
    String port = Gateway.CONTEXT.getEnvironment().getProperty("local.server.port");
    var request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/v1/webhooks/" + provider))
            .POST(BodyPublishers.ofByteArray(body));
    headers.forEach(request::header);
    return HTTP.send(request.build(), BodyHandlers.ofString()).statusCode();
  }

  private static void expectRefused(int status) {
    assertThat(status).isBetween(400, 499);
    assertThat(Gateway.CONTEXT.getBean(InMemoryWebhooks.class).kept()).isEmpty();
    assertThat(Gateway.CONTEXT.getBean(FakeEngine.class).commands()).isEmpty();
  }

  @Property(tries = 300)
  void anyBytesAreRefused(
      @ForAll("providers") String provider,
      @ForAll byte[] body,
      @ForAll("headers") Map<String, String> headers)
      throws Exception {
    expectRefused(deliver(provider, body, headers));
  }

  @Property(tries = 400)
  void anyJsonWithoutTheSecretIsRefused(
      @ForAll("providers") String provider,
      @ForAll("json") String body,
      @ForAll("headers") Map<String, String> headers)
      throws Exception {
    expectRefused(deliver(provider, body.getBytes(UTF_8), headers));
  }

  @Property(tries = 200)
  void aSignatureHoldsForWhatItSignsAlone(
      @ForAll("ids") String order, @ForAll("ids") String other, @ForAll("amounts") String amount)
      throws Exception {
    String signed = Digests.sha512(other + "200" + amount + "midtrans-key");
    String body =
        "{\"order_id\":\"%s\",\"status_code\":\"200\",\"gross_amount\":\"%s\",\"signature_key\":\"%s\"}"
            .formatted(order, amount, signed);
    if (!order.equals(other)) {
      expectRefused(deliver("midtrans", body.getBytes(UTF_8), Map.of()));
    }
  }

  @Provide
  Arbitrary<String> providers() {
    return Arbitraries.of("midtrans", "xendit", "sandbox");
  }

  @Provide
  Arbitrary<String> ids() {
    return Arbitraries.strings().withChars("abc-0129").ofMinLength(1).ofMaxLength(12);
  }

  @Provide
  Arbitrary<String> amounts() {
    return Arbitraries.integers().between(0, 9_999_999).map(it -> it + ".00");
  }

  @Provide
  Arbitrary<Map<String, String>> headers() {
    Arbitrary<String> names =
        Arbitraries.of(
            "x-callback-token", "webhook-id", "X-Antar-Signature", "Content-Type", "Authorization");
    Arbitrary<String> values = Arbitraries.strings().withCharRange('!', '~').ofMaxLength(200);
    return Arbitraries.maps(names, values).ofMaxSize(5);
  }

  @Provide
  Arbitrary<String> json() {
    Arbitrary<String> fields =
        Arbitraries.of(
            "order_id",
            "status_code",
            "gross_amount",
            "signature_key",
            "transaction_status",
            "event",
            "data",
            "reference_id",
            "metadata",
            "webhookId",
            "chargeId",
            "status");
    return Arbitraries.maps(fields, value(2)).ofMaxSize(8).map(WebhookFuzzTest::object);
  }

  private static Arbitrary<String> value(int depth) {
    Arbitrary<String> plain =
        Arbitraries.oneOf(
            Arbitraries.of("null", "true", "0", "-1", "1e400", "\"\"", "\"25000.00\"", "[]", "{}"),
            Arbitraries.strings().alpha().numeric().ofMaxLength(300).map(it -> "\"" + it + "\""),
            Arbitraries.bigDecimals().map(Object::toString));
    if (depth == 0) {
      return plain;
    }
    Arbitrary<String> names = Arbitraries.of("charge_id", "reference_id", "0", "data");
    return Arbitraries.oneOf(
        plain,
        value(depth - 1).list().ofMaxSize(3).map(List::toString),
        Combinators.combine(names, value(depth - 1))
            .as((name, inner) -> "{\"" + name + "\":" + inner + "}"));
  }

  private static String object(Map<String, String> fields) {
    var text = new StringBuilder("{");
    fields.forEach((name, inner) ->
        text.append(text.length() > 1 ? "," : "")
            .append('"')
            .append(name)
            .append("\":")
            .append(inner));
    return text.append('}').toString();
  }
}
