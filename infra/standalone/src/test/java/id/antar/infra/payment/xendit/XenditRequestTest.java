package id.antar.infra.payment.xendit;

import static id.antar.api.payment.PaymentInstructions.NONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.antar.api.money.Money;
import id.antar.api.payment.ChargeId;
import id.antar.command.payment.PaymentGateway.ChargeState.Captured;
import id.antar.command.payment.PaymentGateway.ChargeState.Declined;
import id.antar.command.payment.PaymentGateway.ChargeState.Pending;
import id.antar.infra.payment.http.NotKnownException;
import id.antar.infra.payment.http.ProviderHttp.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class XenditRequestTest {
  private static final ChargeId CHARGE = ChargeId.parse("p-1-1");

  private static String request(String status) {
    return """
    {"id": "pr-1", "reference_id": "p-1-1", "amount": 25000, "currency": "IDR", "status": "%s"}
    """
        .formatted(status);
  }

  private static Answer answer(int status, String body) {
    return new Answer(status, JsonMapper.shared().readTree(body));
  }

  private static XenditRequest found(String requests) {
    return XenditRequest.findIn(answer(200, "{\"data\": [" + requests + "]}"), CHARGE)
        .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "PENDING, Pending",
    "REQUIRES_ACTION, Pending",
    "ACCEPTING_PAYMENTS, Pending",
    "AWAITING_CAPTURE, Authorised",
    "AUTHORIZED, Authorised",
    "SUCCEEDED, Captured",
    "FAILED, Declined",
    "CANCELED, Voided",
    "VOIDED, Voided",
    "EXPIRED, Expired"
  })
  void everyStatusIsUnderstood(String status, String state) {
    assertThat(found(request(status)).state().getClass().getSimpleName()).isEqualTo(state);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UNKNOWN", "", "succeeded", "PAID"})
  void anotherStatusIsNotKnown(String status) {
    assertThatThrownBy(() -> found(request(status)).state()).isInstanceOf(NotKnownException.class);
  }

  @Test
  void anAddressThatIsNoneHidesNothingElse() {
    String waiting =
        request("REQUIRES_ACTION").replace("}", ", \"actions\": [{\"url\": \"not a page\"}]}");
    assertThat(found(waiting).state()).isEqualTo(new Pending("pr-1", NONE, null));
  }

  @Test
  void ofSeveralTheOneThatWasPaidCounts() {
    assertThat(found(request("EXPIRED") + "," + request("SUCCEEDED")).state())
        .isEqualTo(new Captured(Money.of(2_500_000, "IDR"), "pr-1"));
  }

  @Test
  void somebodyElsesIsNotOurs() {
    String other = request("SUCCEEDED").replace("p-1-1", "p-1-2");
    assertThat(XenditRequest.findIn(answer(200, "{\"data\": [" + other + "]}"), CHARGE)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 404})
  void aChargeThatWasNotTakenIsDeclined(int status) {
    assertThat(XenditRequest.afterCharge(answer(status, "{\"error_code\": \"X\"}")))
        .isInstanceOf(Declined.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403, 409})
  void allElseIsNotKnown(int status) {
    assertThatThrownBy(() -> XenditRequest.afterCharge(answer(status, "{}")))
        .isInstanceOf(NotKnownException.class);
  }
}
