package id.antar.gateway.stream.fact;

import id.antar.api.chat.ChatEvent;
import id.antar.api.order.OrderEvent;
import id.antar.api.order.OrderId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/// The event store as the streams read it for what is no longer in memory. Its calls block.
public interface StoredFacts {

  /// @param event about an order, an assignment or a conversation
  /// @param index its place in the store
  record StoredFact<E>(long index, E event, Instant recordedAt) {}

  /// The index of the last event, 0 before the first.
  long head();

  /// The index of the event with this identifier.
  long indexOf(String eventId);

  /// At which of these indexes something stands.
  Set<Long> present(Collection<Long> indexes);

  /// All that happened to an order, oldest first.
  List<StoredFact<OrderEvent>> ofOrder(OrderId id);

  /// All that was said about an order, oldest first.
  List<StoredFact<ChatEvent>> chatOf(OrderId id);

  /// What happened to orders, assignments and conversations after one index, up to another one and
  /// at some single ones, ascending.
  ///
  /// @param most of them at once
  List<StoredFact<Object>> between(long after, long upTo, Collection<Long> also, int most);

  /// The index after which the processor of a group began, empty until it has.
  OptionalLong begunAfter(String group);
}
