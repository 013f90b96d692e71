package id.antar.infra.payment.webhook;

import id.antar.api.message.Actor;
import id.antar.api.message.MetaKeys;
import id.antar.api.message.Receipt;
import id.antar.api.payment.ChargeId;
import id.antar.api.payment.PaymentCommand.LookAtCharge;
import id.antar.api.time.EngineClock;
import id.antar.infra.payment.webhook.DatabaseWebhooks.Leased;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.MetaData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/// Turns what was delivered into looks at charges. Deliveries that name the same charge have one
/// look together. One that cannot be worked on comes again after a pause, a bounded number of
/// times; one that names nothing of ours is given up at once.
final class InterpretingWebhooks {
  private static final Logger LOG = LoggerFactory.getLogger(InterpretingWebhooks.class);
  private static final MetaData BY =
      MetaData.with(MetaKeys.ACTOR, Actor.system("webhook").toString());
  private static final Duration LEASE = Duration.ofSeconds(30);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int AT_ONCE = 8;

  /// So few that all of them can be looked at, however long each takes, before the lease ends.
  private static final int MOST = 2 * AT_ONCE;
  private static final int MOST_ATTEMPTS = 10;

  private final DatabaseWebhooks webhooks;
  private final CommandGateway commands;
  private final EngineClock clock;
  private final Scheduler scheduler;
  private final MeterRegistry meters;

  InterpretingWebhooks(
      DatabaseWebhooks webhooks,
      CommandGateway commands,
      EngineClock clock,
      Scheduler scheduler,
      MeterRegistry meters) {
    this.webhooks = webhooks;
    this.commands = commands;
    this.clock = clock;
    this.scheduler = scheduler;
    this.meters = meters;
  }

  /// Everything that is due; how many those were.
  Mono<Long> round() {
    return batch().expand(count -> count < MOST ? Mono.empty() : batch()).reduce(Long::sum);
  }

  private Mono<Long> batch() {
    return webhooks
        .lease(MOST, LEASE)
        .flatMap(leased ->
            Flux.fromIterable(byCharge(leased).entrySet())
                .flatMap(each -> interpret(each.getKey(), each.getValue()), AT_ONCE)
                .then(Mono.just((long) leased.size())));
  }

  private static Map<String, List<Leased>> byCharge(List<Leased> leased) {
    return leased.stream()
        .collect(Collectors.groupingBy(it -> Objects.requireNonNullElse(it.reference(), "")));
  }

  private Mono<Void> interpret(String reference, List<Leased> deliveries) {
    return Mono.fromCallable(() -> ChargeId.parse(reference))
        .onErrorMap(IllegalArgumentException.class, _ -> new NotOurs("It names no charge of ours."))
        .flatMap(this::look)
        .then(all(deliveries, this::done))
        .onErrorResume(
            NotOurs.class, e -> all(deliveries, it -> giveUp(it, String.valueOf(e.getMessage()))))
        .onErrorResume(e -> all(deliveries, it -> later(it, e)));
  }

  private Mono<Receipt> look(ChargeId charge) {
    var message =
        new GenericCommandMessage<>(new LookAtCharge(charge, clock.instant())).andMetaData(BY);
    return Mono.fromFuture(() -> commands.<Receipt>send(message), true)
        .subscribeOn(scheduler)
        .timeout(PATIENCE)
        .flatMap(receipt ->
            receipt instanceof Receipt.Rejected(var reason)
                ? Mono.error(new NotOurs(reason.detail()))
                : Mono.just(receipt));
  }

  private static final class NotOurs extends RuntimeException {
    NotOurs(String message) {
      super(message);
    }
  }

  private interface Ending {
    Mono<Void> of(Leased delivery);
  }

  private static Mono<Void> all(List<Leased> deliveries, Ending ending) {
    return Flux.fromIterable(deliveries).concatMap(ending::of).then();
  }

  private Mono<Void> done(Leased delivery) {
    meters
        .timer("antar.webhook.lag", "provider", delivery.provider())
        .record(Duration.ofMillis(delivery.ageMillis()));
    count("interpreted", delivery);
    return webhooks.interpreted(delivery);
  }

  private Mono<Void> giveUp(Leased delivery, String reason) {
    count("dead", delivery);
    return webhooks.dead(delivery, reason);
  }

  private Mono<Void> later(Leased delivery, Throwable failure) {
    int failed = delivery.attempts() + 1;
    if (failed >= MOST_ATTEMPTS) {
      LOG.warn("Webhook {} is given up.", delivery.id(), failure);
      return giveUp(delivery, "It failed " + failed + " times.");
    }
    count("failed", delivery);
    return webhooks.later(delivery, FIRST_PAUSE.multipliedBy(1L << failed));
  }

  private void count(String outcome, Leased delivery) {
    meters
        .counter("antar.webhook.looks", "provider", delivery.provider(), "outcome", outcome)
        .increment();
  }
}
