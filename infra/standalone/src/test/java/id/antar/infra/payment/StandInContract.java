package id.antar.infra.payment;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.antar.api.money.Money;
import id.antar.api.payment.ChargeId;
import id.antar.api.payment.PaymentChoice;
import id.antar.command.payment.PaymentGateway;
import id.antar.command.payment.PaymentGateway.Charge;
import id.antar.command.payment.PaymentGateway.ChargeState.Declined;
import id.antar.command.payment.PaymentGateway.ChargeState.Unknown;
import id.antar.gateway.payment.webhook.Secret;
import id.antar.infra.payment.http.NotKnownException;
import id.antar.infra.payment.http.ProviderHttp;
import id.antar.infra.payment.http.ProviderSettings;
import id.antar.standin.Books;
import id.antar.standin.Charge.Status;
import id.antar.standin.Fault;
import id.antar.standin.Faults;
import id.antar.standin.StandIn;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The contract with a provider over HTTP, and what can go wrong on the way.
public abstract class StandInContract extends GatewayContract {
  private static final String KEY = "the-merchants-key";

  protected static StandIn standIn;
  protected final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private ProviderHttp http;

  @BeforeAll
  static void open() {
    standIn = StandIn.start(0, KEY);
  }

  @AfterAll
  static void close() {
    standIn.close();
  }

  protected abstract PaymentGateway over(ProviderHttp provider);

  protected abstract URI url();

  protected abstract Books books();

  protected abstract Faults faults();

  protected abstract PaymentChoice choiceOf(Kind kind);

  @BeforeEach
  void connect() {
    http = http(KEY);
  }

  @AfterEach
  void disconnect() {
    faults().clear();
    http.close();
  }

  private ProviderHttp http(String key) {
    return http(key, 8);
  }

  private ProviderHttp http(String key, int atOnce) {
    return new ProviderHttp(
        new ProviderSettings("provider", url(), Secret.of(key), Duration.ofMillis(1_500), atOnce),
        meters);
  }

  @Override
  protected PaymentGateway gateway() {
    return over(http);
  }

  @Override
  protected PaymentChoice choice(Kind kind) {
    return choiceOf(kind == Kind.LOST_ONCE ? Kind.GOOD : kind);
  }

  @Override
  protected void tell(ChargeId charge, Kind become) {
    books().tell(charge.toString(), become == Kind.GOOD ? Status.SETTLED : Status.DENIED);
  }

  @Override
  protected void expire(ChargeId charge) {
    books().tell(charge.toString(), Status.EXPIRED);
  }

  @Override
  protected boolean loseNext(String call) {
    faults().next(call, new Fault.Lost());
    return true;
  }

  @Override
  protected int captures(ChargeId charge) {
    return books().all().stream()
        .filter(it -> it.reference().equals(charge.toString()))
        .mapToInt(id.antar.standin.Charge::captures)
        .sum();
  }

  @Override
  protected long givenBack(ChargeId charge) {
    return books()
        .find(charge.toString())
        .orElseThrow()
        .refunded()
        .multiply(BigDecimal.valueOf(100))
        .longValueExact();
  }

  @Test
  void aFailingServerIsNotKnownAndAskedAgain() throws Exception {
    Charge charge = charge(Kind.GOOD);
    faults().next("charge", new Fault.Refused(503));
    assertThatThrownBy(() -> await(gateway().charge(charge)))
        .hasCauseInstanceOf(NotKnownException.class);
    faults().next("charge", new Fault.DoneAndFailed(500));
    assertThatThrownBy(() -> await(gateway().charge(charge)))
        .hasCauseInstanceOf(NotKnownException.class);

    await(gateway().charge(charge));
    assertThat(captures(charge.chargeId())).isEqualTo(1);
  }

  @Test
  void aSlowServerIsNotWaitedForAndTheChargeIsFound() throws Exception {
    Charge charge = charge(Kind.GOOD);
    faults().next("charge", new Fault.Slow(Duration.ofSeconds(4)));
    assertThatThrownBy(() -> await(gateway().charge(charge)))
        .hasCauseInstanceOf(NotKnownException.class);

    await(gateway().charge(charge));
    assertThat(captures(charge.chargeId())).isEqualTo(1);
    assertThat(meters.get("antar.payment.provider").tag("outcome", "timeout").timer().count())
        .isEqualTo(1);
  }

  @Test
  void aWrongKeyIsNotANo() {
    try (ProviderHttp stranger = http("wrong")) {
      assertThatThrownBy(() -> await(over(stranger).charge(charge(Kind.GOOD))))
          .hasCauseInstanceOf(NotKnownException.class)
          .hasMessageNotContaining("wrong");
    }
  }

  @Test
  void aPartOfARupiahIsDeclinedBeforeAnybodyIsAsked() throws Exception {
    Charge whole = charge(Kind.GOOD);
    var odd =
        new Charge(whole.chargeId(), whole.orderId(), Money.of(2_500_050, "IDR"), whole.choice());

    assertThat(await(gateway().charge(odd))).isInstanceOf(Declined.class);
    assertThat(books().find(odd.chargeId().toString())).isEmpty();
  }

  @Test
  void inABurstEveryoneHasATurn() throws Exception {
    faults().always("status", new Fault.Slow(Duration.ofMillis(5)));
    Charge charge = charge(Kind.GOOD);
    var all = IntStream.range(0, 150).mapToObj(_ -> gateway().look(charge)).toList();

    for (var each : all) {
      assertThat(await(each)).isEqualTo(new Unknown());
    }
  }

  @Test
  void thatWeAskTooMuchSaysNothingOfTheProvider() throws Exception {
    try (ProviderHttp narrow = http(KEY, 1)) {
      faults().next("status", new Fault.Slow(Duration.ofMillis(500)));
      Charge charge = charge(Kind.GOOD);
      var all = IntStream.range(0, 200).mapToObj(_ -> over(narrow).look(charge)).toList();
      assertThatThrownBy(() -> await(all.getLast())).hasCauseInstanceOf(NotKnownException.class);
      await(all.get(20));

      assertThat(await(over(narrow).look(charge))).isEqualTo(new Unknown());
    }
    assertThat(meters.find("antar.payment.provider").tag("outcome", "overflow").timer())
        .isNotNull();
    assertThat(meters.find("antar.payment.provider").tag("outcome", "not_asked").timer()).isNull();
  }

  @Test
  void whoFailsAgainAndAgainIsLeftAloneForAWhile() throws Exception {
    faults().always("status", new Fault.Refused(503));
    for (int i = 0; i < 20; i++) {
      assertThatThrownBy(() -> await(gateway().look(charge(Kind.GOOD))))
          .hasCauseInstanceOf(NotKnownException.class);
    }

    assertThat(meters.get("antar.payment.provider").tag("outcome", "not_asked").timer().count())
        .isPositive();
    assertThat(meters.get("antar.payment.provider").timers())
        .allSatisfy(timer -> assertThat(timer.totalTime(MILLISECONDS)).isNotNegative());
  }
}
