package id.antar.infra.ops;

import static id.antar.api.message.MetaKeys.ACTOR;

import id.antar.api.message.Receipt;
import id.antar.api.ops.DeadLetterCommand.DiscardDeadLetter;
import id.antar.api.ops.DeadLetterQuery.DeadLetter;
import id.antar.api.ops.DeadLetterQuery.DeadLetterContent;
import id.antar.api.ops.DeadLetterQuery.DeadLetters;
import id.antar.api.ops.DeadLetterQuery.GetDeadLetter;
import id.antar.api.ops.DeadLetterQuery.ListDeadLetters;
import id.antar.api.ops.JobProgress;
import id.antar.api.ops.OpsCommand.RetryDeadLetters;
import id.antar.api.ops.OpsCommand.TryDeadLetters;
import id.antar.api.ops.OpsEvent.DeadLetterDiscarded;
import id.antar.api.ops.OpsRejection.UnknownDeadLetter;
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
  private final Jobs jobs;
  private final DeadLetterTable table;
  private final ParkedEvents parked;
  private final ObjectProvider<EventStore> events;
  private final ObjectProvider<ProjectionRebuild> rebuild;
  private final TransactionManager transactions;

  DeadLetterHandlers(
      Jobs jobs,
      DeadLetterTable table,
      ParkedEvents parked,
      ObjectProvider<EventStore> events,
      ObjectProvider<ProjectionRebuild> rebuild,
      TransactionManager transactions) {
    this.jobs = jobs;
    this.table = table;
    this.parked = parked;
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

  @CommandHandler
  Receipt handle(RetryDeadLetters command, @MetaDataValue(ACTOR) String actor) {
    if (command.letterId() == null) {
      jobs.start(
          command.jobId(),
          "retry-dead-letters",
          actor,
          progress -> parked.retryAll(command.processor(), progress));
      return Receipt.accepted();
    }
    return within(
        command.processor(),
        command.letterId(),
        place ->
            jobs.start(
                command.jobId(),
                "retry-dead-letters",
                actor,
                progress -> parked.retry(command.processor(), place, progress)));
  }

  @CommandHandler
  Receipt handle(TryDeadLetters command, @MetaDataValue(ACTOR) String actor) {
    if (command.letterId() == null) {
      jobs.start(
          command.jobId(),
          "try-dead-letters",
          actor,
          progress -> tryOut(command.processor(), null, progress));
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
                progress -> tryOut(command.processor(), place.sequence(), progress)));
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

  private void tryOut(String processor, @Nullable String sequence, JobProgress progress) {
    ProjectionRebuild views = rebuild.getIfAvailable();
    if (views == null) {
      progress.finding("This engine does not have the role query.");
    } else {
      views.tryParked(processor, sequence, progress);
    }
  }

  /// The fact is recorded with the deed, in one transaction.
  @CommandHandler
  Receipt handle(DiscardDeadLetter command) {
    CurrentUnitOfWork.get().attachTransaction(transactions);
    Optional<DeadLetterContent> found = table.find(command.letterId());
    Optional<Place> place = table.place(command.letterId());
    if (found.isEmpty() || place.isEmpty()) {
      return Receipt.rejected(new UnknownDeadLetter(command.letterId()));
    }
    DeadLetter letter = found.get().letter();
    if (!parked.discard(place.get(), letter.eventId())) {
      return Receipt.rejected(new UnknownDeadLetter(command.letterId()));
    }
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
