package id.antar.infra.payment.midtrans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.antar.api.money.Money;
import id.antar.api.payment.PaymentInstructions;
import id.antar.command.payment.PaymentGateway.ChargeState;
import id.antar.command.payment.PaymentGateway.ChargeState.Captured;
import id.antar.command.payment.PaymentGateway.ChargeState.Pending;
import id.antar.infra.payment.http.NotKnownException;
import id.antar.infra.payment.http.ProviderHttp.Answer;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class MidtransAnswerTest {

  private static MidtransAnswer answer(int status, String body) {
    return MidtransAnswer.of(new Answer(status, JsonMapper.shared().readTree(body)));
  }

  private static MidtransAnswer charge(String status, String fraud) {
    return answer(
        200,
        """
        {"status_code": "200", "transaction_id": "tx", "order_id": "p-1-1", "gross_amount": "25000.00",
         "refund_amount": "5000.00", "currency": "IDR", "transaction_status": "%s", "fraud_status": "%s"}
        """
            .formatted(status, fraud));
  }

  @ParameterizedTest
  @CsvSource({
    "pending, accept, Pending",
    "PENDING, accept, Pending",
    "authorize, accept, Authorised",
    "capture, accept, Captured",
    "capture, challenge, Pending",
    "capture, deny, Declined",
    "settlement, accept, Captured",
    "refund, accept, Captured",
    "partial_refund, accept, Captured",
    "deny, accept, Declined",
    "deny, deny, Declined",
    "failure, accept, Declined",
    "cancel, accept, Voided",
    "expire, accept, Expired",
    "chargeback, accept, ChargedBack",
    "partial_chargeback, accept, ChargedBack"
  })
  void everyStatusIsUnderstood(String status, String fraud, String state) {
    assertThat(charge(status, fraud).state().getClass().getSimpleName()).isEqualTo(state);
  }

  @Test
  void anAddressThatIsNoneHidesNothingElse() {
    MidtransAnswer waiting =
        answer(200, "{\"transaction_status\": \"pending\", \"redirect_url\": \"not a page\"}");
    assertThat(waiting.state()).isEqualTo(new Pending("", PaymentInstructions.NONE, null));
  }

  @Test
  void whatMidtransHoldsIsSaid() {
    assertThat(charge("settlement", "accept").state())
        .isEqualTo(new Captured(Money.of(2_500_000, "IDR"), "tx"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"settled", "unknown", "authorise", "{}"})
  void anotherStatusIsNotKnown(String status) {
    assertThatThrownBy(() -> charge(status, "accept").state())
        .isInstanceOf(NotKnownException.class);
    assertThatThrownBy(() -> charge("capture", status).state())
        .isInstanceOf(NotKnownException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"transaction_status\": \"settlement\", \"transaction_id\": \"tx\"}",
        "{\"transaction_status\": \"settlement\", \"gross_amount\": \"a lot\"}",
        "{\"transaction_status\": \"settlement\", \"gross_amount\": \"25000.001\"}",
        "{\"transaction_status\": \"settlement\", \"gross_amount\": \"1\", \"currency\": \"XX\"}",
        "{\"status_code\": \"500\"}",
        "{}",
        "[]"
      })
  void whatIsDamagedIsNotKnown(String body) {
    assertThatThrownBy(() -> answer(200, body).state()).isInstanceOf(NotKnownException.class);
  }

  @Test
  void whatIsNotThereIsUnknownWhateverTheHttpCode() {
    String body = "{\"status_code\": \"404\", \"status_message\": \"Transaction doesn't exist.\"}";
    assertThat(answer(200, body).state()).isEqualTo(new ChargeState.Unknown());
    assertThat(answer(404, body).state()).isEqualTo(new ChargeState.Unknown());
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 402, 408, 410, 411, 413})
  void aChargeThatWasNotTakenIsDeclined(int code) {
    assertThat(answer(200, "{\"status_code\": \"" + code + "\"}").afterCharge())
        .isInstanceOf(ChargeState.Declined.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {202, 401, 403, 404, 405, 429, 500, 503})
  void allElseIsNotKnown(int code) {
    assertThatThrownBy(() -> answer(200, "{\"status_code\": \"" + code + "\"}").afterCharge())
        .isInstanceOf(NotKnownException.class);
  }

  @Test
  void timesAreThoseOfWesternIndonesia() {
    String body =
        """
        {"transaction_status": "pending", "transaction_id": "tx", "expiry_time": "2026-11-21 19:15:00",
         "va_numbers": [{"bank": "bni", "va_number": "880012"}]}
        """;
    var pending = (Pending) answer(201, body).state();
    assertThat(pending.expiresAt()).isEqualTo(Instant.parse("2026-11-21T12:15:00Z"));
    assertThat(pending.instructions().account()).isEqualTo("880012");
  }
}
