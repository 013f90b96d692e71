package id.antar.query.audit;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;

/// The event store as the audit log reads it. Its calls block.
public interface EventArchive {

  /// What stands beside these events in the store, by their ids.
  Map<String, Origin> origins(Collection<String> eventIds);

  /// The events of one aggregate up to a place, oldest first.
  List<EventMessage<?>> history(String source, long upTo);

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

    boolean isFrom(String address) {
      return Objects.equals(clientAddress, address);
    }
  }
}
