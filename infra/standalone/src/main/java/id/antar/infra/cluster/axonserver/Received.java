package id.antar.infra.cluster.axonserver;

import id.antar.infra.cluster.Answering;
import id.antar.infra.cluster.Unanswered;
import id.antar.infra.cluster.UnderWay;
import id.antar.infra.cluster.Wire;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.axonframework.messaging.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Handles what the server brings.
final class Received {
  private static final Logger LOG = LoggerFactory.getLogger(Received.class);

  private final Envelope envelope;
  private final Wire wire;
  private final Answering answering;
  private final UnderWay underWay = new UnderWay();
  private volatile boolean refuses;

  Received(Envelope envelope, Wire wire, Answering answering) {
    this.envelope = envelope;
    this.wire = wire;
    this.answering = answering;
  }

  /// @param answer is given what [Wire#readReply] reads, and always is
  void handle(String name, Message<?> sealed, Consumer<byte[]> answer) {
    var given = underWay.add(new CompletableFuture<Void>());
    var _ = reply(name, sealed).thenAccept(answer).whenComplete((_, _) -> given.complete(null));
  }

  private CompletableFuture<byte[]> reply(String name, Message<?> sealed) {
    if (refuses) {
      return CompletableFuture.completedFuture(wire.failure(Unanswered.notSent()));
    }
    try {
      return answering.apply(envelope.open(sealed));
    } catch (RuntimeException | LinkageError e) {
      LOG.warn("{} is not understood.", name, e);
      return CompletableFuture.completedFuture(wire.failure(Unanswered.notUnderstood()));
    }
  }

  /// From now on nothing is begun: the connector offers anew what is handled here whenever it has a
  /// new connection, also while this process ends.
  void refuse() {
    refuses = true;
  }

  /// Once all that was brought until now has been answered.
  CompletableFuture<Void> ended() {
    return underWay.ended();
  }
}
