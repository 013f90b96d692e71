package id.antar.infra.position;

import id.antar.infra.redis.RedisConnections;
import io.lettuce.core.RedisException;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One channel of a Redis, spoken into and heard through a connection each. A connection that is
/// lost does not come back by itself, and nothing waits for it; who wants another one opens it.
final class RedisLine implements Line {

  private final RedisConnections connections;
  private final byte[] channel;
  private @Nullable Wires wires;

  private record Wires(
      StatefulRedisConnection<byte[], byte[]> out,
      StatefulRedisPubSubConnection<byte[], byte[]> in) {
    boolean areOpen() {
      return out.isOpen() && in.isOpen();
    }

    void close() {
      var _ = out.closeAsync();
      var _ = in.closeAsync();
    }
  }

  /// @param connections closed with this
  RedisLine(RedisConnections connections, byte[] channel) {
    this.connections = connections;
    this.channel = channel;
  }

  @Override
  public synchronized boolean isOpen() {
    return wires != null && wires.areOpen();
  }

  @Override
  public synchronized void open(Consumer<byte[]> ear) {
    cut();
    var in = connections.client().connectPubSub(ByteArrayCodec.INSTANCE);
    try {
      in.addListener(
          new RedisPubSubAdapter<byte[], byte[]>() {
            @Override
            public void message(byte[] from, byte[] message) {
              ear.accept(message);
            }
          });
      in.sync().subscribe(channel);
      wires = new Wires(connections.client().connect(ByteArrayCodec.INSTANCE), in);
    } finally {
      if (wires == null) {
        var _ = in.closeAsync();
      }
    }
  }

  @Override
  public synchronized void cut() {
    if (wires != null) {
      wires.close();
      wires = null;
    }
  }

  @Override
  public synchronized CompletionStage<Long> say(byte[] message) {
    if (wires == null) {
      return CompletableFuture.failedFuture(new RedisException("There is no connection."));
    }
    try {
      return wires.out().async().publish(channel, message);
    } catch (RedisException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  @Override
  public synchronized void close() {
    wires = null;
    connections.close();
  }

  @Override
  public String toString() {
    return connections.toString();
  }
}
