package id.antar.command.payment;

import static id.antar.api.message.Receipt.accepted;
import static id.antar.api.message.Receipt.rejected;

import id.antar.api.message.Receipt;
import id.antar.api.payment.ChargeId;
import id.antar.api.payment.PaymentCommand;
import id.antar.api.payment.PaymentCommand.LookAtCharge;
import id.antar.api.payment.PaymentId;
import id.antar.api.payment.PaymentRejection.UnknownCharge;
import id.antar.api.payment.RefundId;
import id.antar.command.decider.StreamId;
import id.antar.command.payment.PaymentGateway.Charge;
import id.antar.command.payment.PaymentGateway.ChargeState;
import id.antar.command.payment.PaymentGateway.Refund;
import id.antar.command.process.Reacting;
import id.antar.command.timeout.ScheduleTimeout;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.Repository;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks the payment gateway without waiting for it: a slow bank delays nobody else's payment.
///
/// First it is written down when to ask again, then the gateway is asked. So an answer that is
/// lost, because the gateway fails or this process does, is asked for again, until the charge or
/// the refund waits for nothing. The gateway is idempotent, which makes asking twice harmless.
///
/// A charge that waits for nothing is asked about when somebody says that something has happened to
/// it, until that was answered once.
///
/// A charge that is called off is asked about until the provider says that it is void, or that the
/// money came first: then it goes back.
final class AskingGateway {

  private static final Logger LOG = LoggerFactory.getLogger(AskingGateway.class);

  /// Where an answer comes in, nobody may wait for the database.
  private static final Executor CALLING_OFF = Executors.newVirtualThreadPerTaskExecutor();

  private final Repository<Payment> payments;
  private final PaymentGateway gateway;
  private final ScheduleTimeout timeouts;
  private final Reacting reacting;
  private final PaymentRules rules;

  AskingGateway(
      Repository<Payment> payments,
      PaymentGateway gateway,
      ScheduleTimeout timeouts,
      Reacting reacting,
      PaymentRules rules) {
    this.payments = payments;
    this.gateway = gateway;
    this.timeouts = timeouts;
    this.reacting = reacting;
    this.rules = rules;
  }

  @CommandHandler
  Receipt handle(AskAboutCharge command) throws Exception {
    PaymentState state = read(command.chargeId().paymentId());
    Errand.find(state, command.chargeId())
        .ifPresent(errand -> askAbout(state, command.chargeId(), errand, command.attempt()));
    return accepted();
  }

  /// A charge that waits for something is asked about again anyway.
  @CommandHandler
  Receipt handle(LookAtCharge command) throws Exception {
    PaymentState state = read(command.chargeId().paymentId());
    Optional<Charge> charge = Errand.findCharge(state, command.chargeId());
    if (charge.isEmpty()) {
      return rejected(new UnknownCharge(command.chargeId()));
    }
    Optional<Errand> errand = Errand.find(state, command.chargeId());
    if (errand.isEmpty()) {
      look(charge.get(), new LookUntilAnswered(command.chargeId(), now(), 1));
    } else if (errand.get() == Errand.VOID) {
      askAbout(state, command.chargeId(), errand.get(), 1);
    } else {
      follow(command.chargeId(), look(charge.get()));
    }
    return accepted();
  }

  @CommandHandler
  Receipt handle(LookUntilAnswered command) throws Exception {
    Errand.findCharge(read(command.chargeId().paymentId()), command.chargeId())
        .ifPresent(charge -> look(charge, command));
    return accepted();
  }

  @CommandHandler
  Receipt handle(LookAgain command) throws Exception {
    return handle(new LookUntilAnswered(command.chargeId(), now(), 1));
  }

  @CommandHandler
  Receipt handle(AskForRefund command) throws Exception {
    Errand.findRefund(read(command.paymentId()), command.refundId())
        .ifPresent(refund -> ask(refund, command));
    return accepted();
  }

  @CommandHandler
  Receipt handle(AskGateway command) throws Exception {
    PaymentId id = command.paymentId();
    return command.charge()
        ? handle(new AskAboutCharge(new ChargeId(id, 1, 1), command.attempt()))
        : handle(new AskForRefund(id, RefundId.ofReversal(id, 1), command.attempt()));
  }

  private void askAbout(PaymentState state, ChargeId id, Errand errand, int attempt) {
    askLater(
        errand.name().toLowerCase(Locale.ROOT),
        id,
        attempt + 1,
        new AskAboutCharge(id, attempt + 1));
    Charge charge = Errand.findCharge(state, id).orElseThrow();
    Instant asked = now();
    CompletableFuture<ChargeState> answer =
        switch (errand) {
          case CHARGE -> gateway.charge(charge);
          case LOOK -> gateway.look(charge);
          case CAPTURE -> gateway.capture(charge);
          case VOID -> gateway.voidCharge(charge);
        };
    boolean neverCame = errand == Errand.VOID && attempt >= rules.policy().looksForUnknown();
    follow(id, answered(answer, stand -> Answers.of(charge, stand, asked, neverCame, now())));
  }

  private CompletableFuture<Receipt> look(Charge charge) {
    Instant asked = now();
    return answered(
        gateway.look(charge), stand -> Answers.of(charge, stand, asked, false, now()));
  }

  /// Nothing else will ask about such a charge, and its provider need not say anything twice.
  private void look(Charge charge, LookUntilAnswered look) {
    LookUntilAnswered next = look.next();
    if (now().isAfter(look.since().plus(rules.policy().looksAgainWithin()))) {
      LOG.error("{} was never answered. Somebody has to look at the provider.", look);
    } else {
      schedule(next.timeoutId(), look.attempt(), next);
    }
    follow(
        charge.chargeId(),
        look(charge).thenApplyAsync(told -> callOff(next, told), CALLING_OFF));
  }

  private Receipt callOff(LookUntilAnswered next, Receipt told) {
    timeouts.cancel(next.timeoutId());
    return told;
  }

  private void ask(Refund refund, AskForRefund command) {
    PaymentId id = command.paymentId();
    int next = command.attempt() + 1;
    askLater("refund", refund.key(), next, new AskForRefund(id, command.refundId(), next));
    follow(
        command.refundId(),
        answered(gateway.refund(refund), stand -> Answers.of(id, refund, stand, now())));
  }

  private void askLater(String what, Object id, int attempt, Object command) {
    schedule("payment:%s:%s:%d".formatted(id, what, attempt), attempt - 1, command);
  }

  private void schedule(String timeoutId, int asked, Object command) {
    timeouts.schedule(
        timeoutId, now().plus(rules.policy().retryAfter(asked, timeoutId)), command);
  }

  /// What follows from an answer is told to the payment one after the other.
  private <T> CompletableFuture<Receipt> answered(
      CompletableFuture<T> answer, Function<T, List<PaymentCommand>> react) {
    MetaData trail = Reacting.trail();
    return answer.thenCompose(stand -> tell(react.apply(stand), trail));
  }

  private static void follow(Object id, CompletableFuture<Receipt> told) {
    var _ =
        told.exceptionally(failure -> {
          LOG.warn("{} has no answer, will ask again.", id, failure);
          return accepted();
        });
  }

  private CompletableFuture<Receipt> tell(List<PaymentCommand> commands, MetaData trail) {
    CompletableFuture<Receipt> told = CompletableFuture.completedFuture(accepted());
    for (PaymentCommand command : commands) {
      told = told.thenCompose(_ -> reacting.carryOutLater(command, trail));
    }
    return told;
  }

  private PaymentState read(PaymentId id) throws Exception {
    return payments.loadOrCreate(StreamId.of(id), Payment::new).invoke(Payment::state);
  }

  private Instant now() {
    return rules.clock().instant();
  }
}
