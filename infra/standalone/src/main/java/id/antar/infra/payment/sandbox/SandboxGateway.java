package id.antar.infra.payment.sandbox;

import id.antar.api.money.Money;
import id.antar.api.payment.ChargeId;
import id.antar.api.payment.PaymentInstructions;
import id.antar.command.payment.PaymentGateway;
import id.antar.gateway.payment.sandbox.TellSandbox;
import id.antar.gateway.payment.webhook.Secret;
import id.antar.infra.payment.http.Futures;
import id.antar.infra.payment.http.NotKnownException;
import id.antar.infra.payment.sandbox.SandboxBooks.Entry;
import io.r2dbc.spi.ConnectionFactory;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/// A payment gateway without money. It says yes after a moment, unless the token says otherwise; a
/// charge that waits is told what becomes of it over HTTP. It keeps books, so that asking again
/// gives the same answer, also after a restart.
public final class SandboxGateway implements PaymentGateway, TellSandbox {
  private static final List<Outcome> OPEN = List.of(Outcome.PENDING, Outcome.AUTHORISED);

  private final SandboxBooks books;
  private final SandboxNotices notices;
  private final Set<ChargeId> failed = ConcurrentHashMap.newKeySet();

  /// @param webhooks where it delivers, as long as somebody is there
  public SandboxGateway(
      ConnectionFactory connections, Supplier<Optional<URI>> webhooks, Secret secret) {
    this.books =
        new SandboxBooks(
            DatabaseClient.builder().connectionFactory(connections).namedParameters(false).build());
    this.notices = new SandboxNotices(webhooks, secret);
  }

  @Override
  public CompletableFuture<ChargeState> charge(Charge charge) {
    Traits traits = Traits.of(charge.choice().token());
    if (fails(charge, traits)) {
      return Futures.of(
          Mono.<ChargeState>error(failed("charge")).delaySubscription(traits.delay()));
    }
    return Futures.of(
        books
            .charge(charge, traits.first(charge.chargeId().attempt()))
            .then(books.find(charge.chargeId()))
            .flatMap(entry -> answered(entry, traits))
            .delayElement(traits.delay()));
  }

  /// Nothing is done then.
  private boolean fails(Charge charge, Traits traits) {
    return traits.has("failing") || (traits.has("failing-once") && failed.add(charge.chargeId()));
  }

  /// A webhook without being told of anything is for those tokens that ask for it.
  private Mono<ChargeState> answered(Entry entry, Traits traits) {
    if (entry.asked() == 1) {
      notices.opened(entry, traits);
    }
    return traits.isLost(entry.asked()) ? Mono.error(failed("charge")) : Mono.just(stateOf(entry));
  }

  private static NotKnownException failed(String call) {
    return new NotKnownException("sandbox " + call + ": as it was asked for.");
  }

  @Override
  public CompletableFuture<ChargeState> look(Charge charge) {
    return Futures.of(standing(charge));
  }

  private Mono<ChargeState> standing(Charge charge) {
    return books
        .find(charge.chargeId())
        .map(SandboxGateway::stateOf)
        .defaultIfEmpty(new ChargeState.Unknown());
  }

  @Override
  public CompletableFuture<ChargeState> capture(Charge charge) {
    return Futures.of(
        books
            .move(charge.chargeId(), List.of(Outcome.AUTHORISED), Outcome.CAPTURED)
            .then(standing(charge)));
  }

  @Override
  public CompletableFuture<ChargeState> voidCharge(Charge charge) {
    return Futures.of(
        books
            .move(charge.chargeId(), OPEN, Outcome.VOIDED)
            .then(standing(charge))
            .map(state -> state instanceof ChargeState.Expired ? new ChargeState.Voided() : state));
  }

  @Override
  public CompletableFuture<RefundState> refund(Refund refund) {
    Traits traits = Traits.of(refund.charge().choice().token());
    return Futures.of(
        Mono.just(traits.has("refund-refused"))
            .flatMap(refused -> refused ? Mono.just(false) : books.refund(refund))
            .map(done -> outcome(refund, done))
            .delayElement(traits.delay()));
  }

  private static RefundState outcome(Refund refund, boolean done) {
    return done
        ? new RefundState.Refunded("sandbox-" + refund.refundId())
        : new RefundState.Refused("The sandbox does not give that back.");
  }

  @Override
  public Mono<Told> tell(ChargeId charge, Outcome outcome) {
    return books
        .move(charge, List.of(Outcome.values()), outcome)
        .filter(moved -> moved)
        .then(books.find(charge))
        .doOnNext(entry -> notices.changed(entry, Traits.of(entry.token())))
        .map(_ -> new Told(charge, outcome));
  }

  private static ChargeState stateOf(Entry entry) {
    String id = entry.transactionId();
    Money held =
        Money.of(Traits.of(entry.token()).held(entry.amount().minor()), entry.amount().currency());
    return switch (entry.status()) {
      case PENDING -> new ChargeState.Pending(id, instructions(entry), null);
      case AUTHORISED -> new ChargeState.Authorised(held, id);
      case CAPTURED -> new ChargeState.Captured(held, id);
      case DECLINED -> new ChargeState.Declined("The card was declined.");
      case EXPIRED -> new ChargeState.Expired();
      case VOIDED -> new ChargeState.Voided();
      case CHARGED_BACK -> new ChargeState.ChargedBack(held, held, id, "The bank took it back.");
      case CHARGEBACK_REVERSED ->
          new ChargeState.ChargebackReversed(held, held, id, "The dispute was won.");
    };
  }

  private static PaymentInstructions instructions(Entry entry) {
    return new PaymentInstructions(null, null, "sandbox-" + entry.chargeId());
  }
}
