package id.antar.infra.cluster.axonserver;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MetaData;
import org.axonframework.queryhandling.GenericQueryMessage;
import org.axonframework.queryhandling.QueryMessage;

/// How commands and queries are given to the server. It has names of messages and no more to tell
/// engines apart by, so the cluster's name is part of them. The metadata is one value, as what is
/// personal in it is known by the whole. Beside it is until when somebody waits, by the clock of
/// the one that asks.
final class Envelope {
  private static final String META_DATA = "antar";
  private static final String UNTIL = "until";

  private final String prefix;

  Envelope(String cluster) {
    this.prefix = cluster + "/";
  }

  String outside(String name) {
    return prefix + name;
  }

  private String inside(String name) {
    return name.substring(prefix.length());
  }

  <C> CommandMessage<C> seal(CommandMessage<C> command, Instant until) {
    return new GenericCommandMessage<>(
        sealed(command, command.getIdentifier(), until), outside(command.getCommandName()));
  }

  /// @param id the server takes a query once, so each time that it is asked it has another one
  <Q, R> QueryMessage<Q, R> seal(QueryMessage<Q, R> query, String id, Instant until) {
    return new GenericQueryMessage<>(
        sealed(query, id, until), outside(query.getQueryName()), query.getResponseType());
  }

  private static <T> Message<T> sealed(Message<T> message, String id, Instant until) {
    return new GenericMessage<>(
        id,
        message.getPayload(),
        Map.of(META_DATA, message.getMetaData(), UNTIL, until.toEpochMilli()));
  }

  /// Reads it to the end: whoever handles it knows it.
  CommandMessage<?> open(CommandMessage<?> sealed) {
    return new GenericCommandMessage<>(opened(sealed), inside(sealed.getCommandName()));
  }

  <Q, R> QueryMessage<Q, R> open(QueryMessage<Q, R> sealed) {
    return new GenericQueryMessage<>(
        opened(sealed), inside(sealed.getQueryName()), sealed.getResponseType());
  }

  /// What Axon has added on the way, such as the trace, stays.
  private static <T> Message<T> opened(Message<T> sealed) {
    MetaData outer = sealed.getMetaData();
    var inner = (MetaData) outer.getOrDefault(META_DATA, MetaData.emptyInstance());
    return new GenericMessage<>(
        sealed.getIdentifier(),
        sealed.getPayload(),
        outer.withoutKeys(Set.of(META_DATA, UNTIL)).mergedWith(inner));
  }

  static boolean isTooLate(Message<?> sealed) {
    return sealed.getMetaData().get(UNTIL) instanceof Long until
        && Instant.now().isAfter(Instant.ofEpochMilli(until));
  }
}
