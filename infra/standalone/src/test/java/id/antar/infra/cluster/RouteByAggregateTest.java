package id.antar.infra.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.axonframework.commandhandling.GenericCommandMessage.asCommandMessage;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import id.antar.api.audit.AuditCommand;
import id.antar.api.ops.JobId;
import id.antar.api.ops.OpsCommand.CancelJob;
import id.antar.api.order.OrderCommand.MarkReady;
import id.antar.api.payment.ChargeId;
import id.antar.api.payment.PaymentCommand.ExpireCharge;
import id.antar.api.payment.PaymentCommand.LookAtCharge;
import id.antar.api.payment.PaymentId;
import id.antar.infra.personal.Samples;
import java.time.Instant;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandMessage;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class RouteByAggregateTest {
  private final RouteByAggregate routing = new RouteByAggregate();

  private String key(Object command) {
    return routing.getRoutingKey(asCommandMessage(command));
  }

  /// Only what is noted for the audit log is for nothing that is there before.
  @TestFactory
  Stream<DynamicTest> everyCommandGoesWhereTheOthersOfItsAggregateGo() {
    return Vocabulary.commands()
        .filter(it -> !AuditCommand.class.isAssignableFrom(it))
        .map(it -> dynamicTest(it.getName(), () -> isRouted(Samples.of(it))));
  }

  private void isRouted(Object command) {
    CommandMessage<Object> message = asCommandMessage(command);

    assertThat(routing.getRoutingKey(message)).isNotEqualTo(message.getIdentifier()).contains(":");
    assertThat(key(command)).isEqualTo(routing.getRoutingKey(message));
  }

  @Test
  void theKeyIsTheNameOfTheAggregate() {
    assertThat(key(Samples.of(MarkReady.class))).isEqualTo("order:orderId");
  }

  @Test
  void whatIsAboutAChargeGoesToItsPayment() {
    var charge = new ChargeId(new PaymentId("p"), 2, 1);

    assertThat(key(new ExpireCharge(charge, Instant.EPOCH))).isEqualTo("payment:p");
    assertThat(key(new LookAtCharge(charge, Instant.EPOCH))).isEqualTo("payment:p");
  }

  @Test
  void whatIsAboutAJobGoesWhereQuestionsAboutItGo() {
    var job = new JobId("j");

    assertThat(key(new CancelJob(job))).isEqualTo(RouteByAggregate.keyOf(job));
  }
}
