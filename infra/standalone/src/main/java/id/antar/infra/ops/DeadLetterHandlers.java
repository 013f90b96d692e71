package id.antar.infra.ops;

import static id.antar.api.message.MetaKeys.ACTOR;

import id.antar.api.message.Receipt;
import id.antar.api.ops.DeadLetterCommand.DiscardDeadLetter;
import id.antar.api.ops.DeadLetterQuery.DeadLetter;
import id.antar.api.ops.DeadLetterQuery.DeadLetterContent;
import id.antar.api.ops.DeadLetterQuery.DeadLetters;
import id.antar.api.ops.DeadLetterQuery.GetDeadLetter;
import id.antar.api.ops.DeadLetterQuery.ListDeadLetters;
import id.antar.api.ops.OpsCommand.RetryDeadLetters;
import id.antar.api.ops.OpsCommand.TryDeadLetters;
import id.antar.api.ops.OpsEvent.DeadLetterDiscarded;
import id.antar.api.ops.OpsRejection.UnknownDeadLetter;
import id.antar.api.ops.StartJob;
import id.antar.infra.ops.DeadLetterTable.Place;
import id.antar.query.rebuild.ProjectionRebuild;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/// What those who run the engine do about events that could not be handled.
final class DeadLetterHandlers {
  private final StartJob jobs;
  private final DeadLetterTable table;
  private final Retries retries;
  private final Takeover takeover;
  private final ObjectProvider<EventStore> events;
  private final ProjectionRebuild rebuild;
  private final TransactionManager transactions;

  DeadLetterHandlers(
      StartJob jobs,
      DeadLetterTable table,
      Retries retries,
      Takeover takeover,
      ObjectProvider<EventStore> events,
      ProjectionRebuild rebuild,
      TransactionManager transactions) {
    this.jobs = jobs;
    this.table = table;
    this.retries = retries;
    this.takeover = takeover;
    this.events = events;
    this.rebuild = rebuild;
    this.transactions = transactions;
  }

  @QueryHandler
  DeadLetters handle(ListDeadLetters query) {
    return table.list(query.processor(), query.cursor(), query.limit());
  }

  @QueryHandler
  @Nullable DeadLetterContent handle(GetDeadLetter query) {
    return table.find(query.letterId()).orElse(null);
  }

  /// Where the view is kept, so that nobody else writes to it meanwhile.
  @CommandHandler
  Receipt handle(RetryDeadLetters command, @MetaDataValue(ACTOR) String actor) {
    return retries.start(
        command.jobId(), command.processor(), command.letterId(), actor, takeover::run);
  }

  @CommandHandler
  Receipt handle(TryDeadLetters command, @MetaDataValue(ACTOR) String actor) {
    if (command.letterId() == null) {
      jobs.start(
          command.jobId(),
          "try-dead-letters",
          actor,
          progress -> rebuild.tryParked(command.processor(), null, progress));
      return Receipt.accepted();
    }
    return within(
        command.processor(),
        command.letterId(),
        place ->
            jobs.start(
                command.jobId(),
                "try-dead-letters",
                actor,
                progress -> rebuild.tryParked(command.processor(), place.sequence(), progress)));
  }

  private interface Starting {
    void start(Place place);
  }

  private Receipt within(String processor, String letterId, Starting starting) {
    Optional<Place> place = table.place(letterId).filter(it -> it.processor().equals(processor));
    place.ifPresent(starting::start);
    return place.isPresent()
        ? Receipt.accepted()
        : Receipt.rejected(new UnknownDeadLetter(letterId));
  }

  /// The fact is recorded with the deed, in one transaction.
  @CommandHandler
  Receipt handle(DiscardDeadLetter command) {
    CurrentUnitOfWork.get().attachTransaction(transactions);
    Optional<DeadLetterContent> found = table.find(command.letterId());
    if (found.isEmpty() || !table.delete(command.letterId())) {
      return Receipt.rejected(new UnknownDeadLetter(command.letterId()));
    }
    DeadLetter letter = found.get().letter();
    publish(
        new DeadLetterDiscarded(
            letter.letterId(),
            letter.processor(),
            letter.eventId(),
            letter.event(),
            command.reason(),
            command.occurredAt()));
    return Receipt.accepted();
  }

  private void publish(DeadLetterDiscarded event) {
    events
        .getObject()
        .publish(
            new GenericDomainEventMessage<>(
                "DeadLetter", "dead-letter:" + event.letterId(), 0, event));
  }
}
