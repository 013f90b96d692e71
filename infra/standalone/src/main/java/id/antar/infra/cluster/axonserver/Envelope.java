package id.antar.infra.cluster.axonserver;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.antar.api.message.Ids;
import id.antar.infra.cluster.Wire;
import id.antar.infra.cluster.Wire.Asked;
import id.antar.infra.cluster.Wire.Reply;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.distributed.RoutingStrategy;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.GenericQueryMessage;
import org.axonframework.queryhandling.QueryMessage;

/// How commands, queries and answers are given to the server: sealed as a whole, and bound to the
/// number of what is asked. In clear are that number, what a command goes by, and the name. The
/// server has names of messages and no more to tell engines apart by, so the cluster's is part of
/// them.
final class Envelope {
  private static final String ROUTING_KEY = "key";

  private final String prefix;
  private final Wire wire;
  private final RoutingStrategy routing;
  private final Seal seal;

  Envelope(String cluster, Wire wire, RoutingStrategy routing, Seal seal) {
    this.prefix = cluster + "/";
    this.wire = wire;
    this.routing = routing;
    this.seal = seal;
  }

  String outside(String name) {
    return prefix + name;
  }

  /// @param until nobody waits for the answer after it
  CommandMessage<byte[]> seal(CommandMessage<?> command, Instant until) {
    String id = command.getIdentifier();
    var message =
        new GenericMessage<>(
            id,
            seal.close(asked(id), wire.command(command, until)),
            Map.of(ROUTING_KEY, routing.getRoutingKey(command)));
    return new GenericCommandMessage<>(message, outside(command.getCommandName()));
  }

  static String routingKey(CommandMessage<?> sealed) {
    return (String) Objects.requireNonNull(sealed.getMetaData().get(ROUTING_KEY));
  }

  /// The server takes a query once, so each time that it is asked it has another number.
  QueryMessage<byte[], byte[]> seal(QueryMessage<?, ?> query, Instant until) {
    String id = Ids.random();
    var message =
        new GenericMessage<>(
            id, seal.close(asked(id), wire.query(query, until)), Map.<String, Object>of());
    return new GenericQueryMessage<>(
        message, outside(query.getQueryName()), ResponseTypes.instanceOf(byte[].class));
  }

  Asked open(Message<?> sealed) {
    byte[] request = seal.open(asked(sealed.getIdentifier()), (byte[]) sealed.getPayload());
    if (wire.readRequest(request) instanceof Asked asked) {
      return asked;
    }
    throw new IllegalArgumentException("It asks for nothing.");
  }

  byte[] sealAnswer(Message<?> asked, byte[] reply) {
    return seal.close(answered(asked.getIdentifier()), reply);
  }

  Reply openAnswer(Message<?> asked, byte[] sealed) {
    return wire.readReply(seal.open(answered(asked.getIdentifier()), sealed));
  }

  private static byte[] asked(String id) {
    return ("asked/" + id).getBytes(UTF_8);
  }

  private static byte[] answered(String id) {
    return ("answered/" + id).getBytes(UTF_8);
  }
}
