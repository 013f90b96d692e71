package id.antar.query.history;

import id.antar.api.history.HistoryQuery.HistoryEvent;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;

/// The event store as history reads it. Its calls block.
public interface EventArchive {

  /// The last position of the log up to which the index has every event there is and ever will be.
  long settled();

  /// What is stored at these positions, in their order.
  ///
  /// @param personal whether to tell what is personal
  List<HistoryEvent> events(List<Long> positions, boolean personal);

  /// The events of some aggregates, in the order of the log.
  List<Stored> ofAggregates(Collection<String> sources);

  /// What stands beside these events in the store, by their ids.
  Map<String, Origin> origins(Collection<String> eventIds);

  /// The events of one aggregate up to a place, oldest first.
  List<EventMessage<?>> history(String source, long upTo);

  /// @param position in the log
  record Stored(long position, DomainEventMessage<?> message) {}

  /// Opened anew with each question, so that who was forgotten since is not told of.
  ///
  /// @param position of the event in the store
  /// @param causationId the message that directly caused it
  /// @param correlationId the first message of its chain
  record Origin(
      long position,
      @Nullable String clientAddress,
      @Nullable String userAgent,
      @Nullable String causationId,
      @Nullable String correlationId) {

    public boolean isFrom(String address) {
      return Objects.equals(clientAddress, address);
    }
  }
}
