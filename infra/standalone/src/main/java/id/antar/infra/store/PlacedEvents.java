package id.antar.infra.store;

import id.antar.api.dispatch.DispatchTerm;
import id.antar.command.decider.Memory;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventData;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// The event store's tables, in which what is personal is bound to the event that holds it.
public final class PlacedEvents extends JdbcEventStorageEngine {

  private static final String GATHERED = PlacedEvents.class.getName();
  static final int MANY_GAPS = 250;

  private final DataSource reading;
  private final GroupCommit groups;

  /// @param reading connections that commit by themselves
  PlacedEvents(Builder builder, DataSource reading, GroupCommit groups) {
    super(builder);
    this.reading = reading;
    this.groups = groups;
  }

  /// What one stored event reads as: mostly one event, more or none after upcasting.
  public static Stream<? extends DomainEventMessage<?>> read(
      DomainEventData<?> stored, Serializer serializer, EventUpcaster upcasters) {
    return EventStreamUtils.asStream(
        EventStreamUtils.upcastAndDeserializeDomainEvents(
            Stream.of(stored), at(stored, serializer), upcasters));
  }

  private static Serializer at(EventData<?> stored, Serializer serializer) {
    String type = stored.getPayload().getType().getName();
    String id = stored.getEventIdentifier();
    return stored instanceof DomainEventData<?> domain
        ? PlacedSerializer.ofEvent(
            type, domain.getAggregateIdentifier(), domain.getSequenceNumber(), id, serializer)
        : PlacedSerializer.ofEvent(type, id, 0, id, serializer);
  }

  /// Within a transaction, as a part of it; else when the unit of work commits, together with those
  /// of others. A message keeps what it was written as by a serializer, and is stored as that.
  @Override
  protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
    events.forEach(event -> write(event, serializer));
    if (CurrentUnitOfWork.isStarted()
        && !TransactionSynchronizationManager.isActualTransactionActive()) {
      gathered().addAll(events);
    } else {
      requireNoTerm();
      super.appendEvents(events, serializer);
    }
  }

  /// Only those who are gathered are asked for it.
  private static void requireNoTerm() {
    if (CurrentUnitOfWork.isStarted() && DecidedInTerm.of(CurrentUnitOfWork.get().root()) != null) {
      throw new IllegalStateException("What a dispatcher decides is stored in no transaction.");
    }
  }

  private List<EventMessage<?>> gathered() {
    UnitOfWork<?> work = CurrentUnitOfWork.get().root();
    return work.getOrComputeResource(
        GATHERED,
        _ -> {
          var gathered = new ArrayList<EventMessage<?>>();
          DispatchTerm term = DecidedInTerm.of(work);
          work.onCommit(_ -> appendTogether(gathered, term));
          return gathered;
        });
  }

  private void appendTogether(List<EventMessage<?>> events, @Nullable DispatchTerm term) {
    try {
      groups.append(
          events.stream().map(it -> EventRow.of(it, getEventSerializer())).toList(), term);
    } catch (SQLException e) {
      handlePersistenceException(e, events.getFirst());
    }
  }

  private static void write(EventMessage<?> event, Serializer serializer) {
    PlacedSerializer.ofEvent(event, serializer)
        .within(() -> {
          var _ = event.serializePayload(serializer, byte[].class);
          var _ = event.serializeMetaData(serializer, byte[].class);
        });
  }

  /// Who may be kept waiting is the store's one reader at the end of the log, which comes again for
  /// as long as it finds something; all others read until there is nothing more. An upcaster that
  /// left out whole batches of events would keep it where it is.
  @Override
  protected Stream<? extends TrackedEventData<?>> readEventData(
      @Nullable TrackingToken after, boolean mayBlock) {
    return mayBlock
        ? fetchTrackedEvents(after, batchSize()).stream()
        : super.readEventData(after, false);
  }

  @Override
  public Stream<? extends TrackedEventMessage<?>> readEvents(
      @Nullable TrackingToken after, boolean mayBlock) {
    return readEventData(after, mayBlock)
        .flatMap(stored ->
            EventUtils.upcastAndDeserializeTrackedEvents(
                    Stream.of(stored), at(stored, getEventSerializer()), upcasterChain)
                .map(event ->
                    LaterEvent.orKnown(
                        event, stored.getPayload().getType(), getEventSerializer())));
  }

  /// What upcasters leave out is counted, too.
  @Override
  public DomainEventStream readEvents(String aggregate, long first) {
    if (Memory.isTakenForNew(aggregate)) {
      return DomainEventStream.empty();
    }
    var last = new AtomicReference<@Nullable Long>();
    Stream<? extends DomainEventMessage<?>> events =
        readEventData(aggregate, first)
            .peek(stored -> last.set(stored.getSequenceNumber()))
            .flatMap(stored -> {
              SerializedType type = stored.getPayload().getType();
              return read(stored, getEventSerializer(), upcasterChain)
                  .peek(event -> LaterEvent.requireKnown(event, type, getEventSerializer()));
            });
    return DomainEventStream.of(events, last::get);
  }

  /// There are none: no aggregate's life is so long that it is worth one, and each reading of one
  /// would ask for it.
  @Override
  public Optional<DomainEventMessage<?>> readSnapshot(String aggregate) {
    return Optional.empty();
  }

  /// Without a transaction of its own, as below.
  @Override
  public Optional<Long> lastSequenceNumberFor(String aggregate) {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      return super.lastSequenceNumberFor(aggregate);
    }
    try (Connection connection = reading.getConnection();
        PreparedStatement query = lastSequenceNumberFor(connection, aggregate);
        ResultSet rows = query.executeQuery()) {
      return rows.next() ? Optional.ofNullable(rows.getObject(1, Long.class)) : Optional.empty();
    } catch (SQLException e) {
      throw new EventStoreException("The last event of " + aggregate + " cannot be read.", e);
    }
  }

  /// In one statement and without a transaction of its own. Gaps are cleaned up by the framework,
  /// when there are many.
  @Override
  protected List<? extends TrackedEventData<?>> fetchTrackedEvents(
      @Nullable TrackingToken after, int most) {
    if (!(after == null
            || after instanceof GapAwareTrackingToken it && it.getGaps().size() < MANY_GAPS)
        || TransactionSynchronizationManager.isActualTransactionActive()) {
      return super.fetchTrackedEvents(after, most);
    }
    var last = (GapAwareTrackingToken) after;
    try (Connection connection = reading.getConnection();
        PreparedStatement query = readEventData(connection, last, most);
        ResultSet rows = query.executeQuery()) {
      var events = new ArrayList<TrackedEventData<?>>();
      while (rows.next()) {
        TrackedEventData<?> next = getTrackedEventData(rows, last);
        last = (GapAwareTrackingToken) next.trackingToken();
        events.add(next);
      }
      return events;
    } catch (SQLException e) {
      throw new EventStoreException("The events after " + after + " cannot be read.", e);
    }
  }

  /// Without a transaction of its own, which would be another round trip.
  @Override
  protected List<? extends DomainEventData<?>> fetchDomainEvents(
      String aggregate, long first, int batchSize) {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      return super.fetchDomainEvents(aggregate, first, batchSize);
    }
    try (Connection connection = reading.getConnection();
        PreparedStatement query = readEventData(connection, aggregate, first, batchSize);
        ResultSet rows = query.executeQuery()) {
      var events = new ArrayList<DomainEventData<?>>();
      while (rows.next()) {
        events.add(getDomainEventData(rows));
      }
      return events;
    } catch (SQLException e) {
      throw new EventStoreException("The events of " + aggregate + " cannot be read.", e);
    }
  }
}
