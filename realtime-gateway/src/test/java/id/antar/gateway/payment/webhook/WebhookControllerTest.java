package id.antar.gateway.payment.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.message.Actor.Role;
import id.antar.gateway.payment.webhook.KeepWebhook.Delivery;
import id.antar.gateway.testing.GatewayTest;
import id.antar.gateway.testing.InMemoryWebhooks;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

class WebhookControllerTest extends GatewayTest {

  private static final String ORDER = "2f1c-1-1";
  private static final String SIGNATURE =
      Digests.sha512(ORDER + "200" + "25000.00" + "midtrans-key");
  private static final String XENDIT =
      """
      {"event": "payment.succeeded", "data": {"id": "py-1", "reference_id": "2f1c-1-1", "amount": 25000}}
      """;

  private static String midtrans(String amount, String signature) {
    return """
    {"order_id": "2f1c-1-1", "status_code": "200", "gross_amount": %s, "currency": "IDR",
     "transaction_status": "settlement", "customer_details": {"name": "Ada"}, "signature_key": %s}
    """
        .formatted(amount, signature);
  }

  private ResponseSpec deliver(String provider, String body, Map<String, String> headers) {
    return client
        .post()
        .uri("/v1/webhooks/" + provider)
        .headers(all -> headers.forEach(all::set))
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue(body)
        .exchange();
  }

  private void expectRefused(ResponseSpec response) {
    response
        .expectStatus()
        .isUnauthorized()
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("webhook-refused")
        .jsonPath("$.detail")
        .isEqualTo("This is not signed by whom it should be from.");
    assertThat(webhooks.kept()).isEmpty();
  }

  @Test
  void whatMidtransHasSignedIsKeptWithoutThePersonInIt() {
    deliver("midtrans", midtrans("\"25000.00\"", "\"" + SIGNATURE + "\""), Map.of())
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.received")
        .isEqualTo(true);

    Delivery kept = webhooks.kept().getFirst();
    assertThat(kept.reference()).isEqualTo(ORDER);
    assertThat(kept.told()).isEqualTo("settlement");
    assertThat(kept.toString()).doesNotContain("Ada");
    assertThat(engine.commands()).isEmpty();
  }

  @Test
  void theSameDeliveredAgainIsAnsweredAlikeAndKeptOnce() {
    for (int i = 0; i < 3; i++) {
      deliver("midtrans", midtrans("\"25000.00\"", "\"" + SIGNATURE + "\""), Map.of())
          .expectStatus()
          .isOk();
    }
    assertThat(webhooks.kept()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "\"\"", "17", "[]", "{}", "true", "\"0\""})
  void aSignatureThatIsNoneIsRefused(String signature) {
    expectRefused(deliver("midtrans", midtrans("\"25000.00\"", signature), Map.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"25000.0\"", "25000.00", "\"2500.00\"", "null", "[\"25000.00\"]"})
  void anotherAmountThanWasSignedIsRefused(String amount) {
    expectRefused(deliver("midtrans", midtrans(amount, "\"" + SIGNATURE + "\""), Map.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nothing", "[]", "null", "{", "\"text\"", "{}", "\u0000"})
  void whatIsNotADeliveryIsRefused(String body) {
    expectRefused(deliver("midtrans", body, Map.of()));
    expectRefused(deliver("sandbox", body, Map.of("X-Antar-Signature", "00")));
    expectRefused(deliver("xendit", body, Map.of()));
  }

  @Test
  void whatCarriesXenditsTokenIsKeptByItsId() {
    var headers = Map.of("x-callback-token", "xendit-token", "webhook-id", "wh-1");
    deliver("xendit", XENDIT, headers).expectStatus().isOk();
    deliver("xendit", XENDIT + " ", headers).expectStatus().isOk();

    assertThat(webhooks.kept())
        .singleElement()
        .isEqualTo(new Delivery(WebhookProvider.XENDIT, "wh-1", "2f1c-1-1", "payment.succeeded"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"xendit-toke", "xendit-token2", "Xendit-Token", ""})
  void anotherTokenIsRefused(String token) {
    expectRefused(deliver("xendit", XENDIT, Map.of("x-callback-token", token)));
  }

  @Test
  void aRefundIsKnownByTheChargeInItsMetadata() {
    String refund =
        """
        {"event": "refund.succeeded",
         "data": {"reference_id": "refund-1", "metadata": {"charge_id": "2f1c-1-1"}}}
        """;
    deliver("xendit", refund, Map.of("x-callback-token", "xendit-token")).expectStatus().isOk();
    assertThat(webhooks.kept()).singleElement().extracting(Delivery::reference).isEqualTo(ORDER);
  }

  @Test
  void aDisputeIsTheBodyItself() {
    String lost =
        """
        {"event": "dispute.lost", "id": "mi-dspt-1", "status": "LOST", "payment_id": "py-1",
         "reference_id": "2f1c-1-1"}
        """;
    deliver("xendit", lost, Map.of("x-callback-token", "xendit-token")).expectStatus().isOk();
    assertThat(webhooks.kept()).singleElement().extracting(Delivery::reference).isEqualTo(ORDER);
  }

  @Test
  void theSandboxSignsTheWholeBody() {
    String body = "{\"webhookId\": \"1\", \"chargeId\": \"2f1c-1-1\", \"status\": \"captured\"}";
    String signature = Digests.hmac(Secret.of("sandbox-secret"), body.getBytes(UTF_8));
    expectRefused(deliver("sandbox", body + " ", Map.of("X-Antar-Signature", signature)));
    deliver("sandbox", body, Map.of("X-Antar-Signature", signature)).expectStatus().isOk();
    assertThat(webhooks.kept()).hasSize(1);
  }

  @Test
  void whatIsTooLargeIsNotRead() {
    expectProblem(deliver("xendit", "x".repeat(70_000), Map.of()), 413, "body-too-large");
  }

  @Test
  void nobodyElseDelivers() {
    deliver("paypal", "{}", Map.of()).expectStatus().isNotFound();
  }

  @Test
  void whatCannotBeKeptIsToBeDeliveredAgain() {
    webhooks.goDown();
    expectProblem(
        deliver("midtrans", midtrans("\"25000.00\"", "\"" + SIGNATURE + "\""), Map.of()),
        503,
        "unavailable");
  }

  @Test
  void staffSeeWhatWasGivenUpAndHaveItTriedAgain() {
    get(Role.ANALYST, "ann", "/v1/ops/webhooks")
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.deadCount")
        .isEqualTo(1)
        .jsonPath("$.dead[0].reason")
        .isEqualTo("It names no charge of ours.");
    post(Role.OPERATOR, "otto", "/v1/ops/webhooks/7/retry", "{}").expectStatus().isAccepted();
    expectProblem(
        post(Role.OPERATOR, "otto", "/v1/ops/webhooks/8/retry", "{}"), 404, "unknown-webhook");
    expectProblem(post(Role.ANALYST, "ann", "/v1/ops/webhooks/7/retry", "{}"), 403, "forbidden");
    expectProblem(get(Role.CUSTOMER, "ada", "/v1/ops/webhooks"), 403, "forbidden");
    expectProblem(
        get(Role.OPERATOR, "otto", "/v1/ops/webhooks?cursor=x"), 422, "invalid-value", "cursor");
  }

  @Test
  void theSandboxIsToldWhatTheBankDoes() {
    String path = "/v1/sandbox/charges/" + InMemoryWebhooks.CHARGE;
    post(Role.ADMIN, "adi", path, "{\"outcome\": \"captured\"}")
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.outcome")
        .isEqualTo("captured");
    expectProblem(
        post(Role.ADMIN, "adi", "/v1/sandbox/charges/p-2-1", "{\"outcome\": \"captured\"}"),
        404,
        "unknown-charge");
    expectProblem(
        post(Role.ADMIN, "adi", "/v1/sandbox/charges/p", "{\"outcome\": \"captured\"}"),
        422,
        "invalid-value",
        "id");
    expectProblem(
        post(Role.CUSTOMER, "ada", path, "{\"outcome\": \"captured\"}"), 403, "forbidden");
  }

  @Test
  void secretsAreInNoText() {
    Secret secret = Secret.of("very-secret");
    assertThat(Objects.toString(new WebhookProperties.Midtrans(secret)))
        .doesNotContain("very-secret");
  }
}
