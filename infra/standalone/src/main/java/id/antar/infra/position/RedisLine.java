package id.antar.infra.position;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.MaintNotificationsConfig;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.SocketOptions.KeepAliveOptions;
import io.lettuce.core.SocketOptions.TcpUserTimeoutOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.metrics.CommandLatencyRecorder;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import io.lettuce.core.resource.ClientResources;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One channel of a Redis, spoken into and heard through a connection each. A connection that is
/// lost does not come back by itself, and nothing waits for it; who wants another one opens it.
final class RedisLine implements Line {

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  /// Commands that Redis has not answered; whoever has more is refused.
  private static final int MOST_WAITING = 64;

  private static final int THREADS = 2;

  private final RedisURI address;
  private final byte[] channel;
  private final ClientResources resources;
  private final RedisClient client;
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

  RedisLine(RedisURI address, byte[] channel) {
    this.address = address;
    this.channel = channel;
    this.resources =
        ClientResources.builder()
            .ioThreadPoolSize(THREADS)
            .computationThreadPoolSize(THREADS)
            .commandLatencyRecorder(CommandLatencyRecorder.disabled())
            .build();
    address.setTimeout(PATIENCE);
    this.client = RedisClient.create(resources, address);
    client.setOptions(options());
  }

  private static ClientOptions options() {
    return ClientOptions.builder()
        .autoReconnect(false)
        .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
        .requestQueueSize(MOST_WAITING)
        .maintNotificationsConfig(MaintNotificationsConfig.disabled())
        .timeoutOptions(TimeoutOptions.enabled(PATIENCE))
        .socketOptions(
            SocketOptions.builder()
                .connectTimeout(PATIENCE)
                .keepAlive(
                    KeepAliveOptions.builder()
                        .enable()
                        .idle(PATIENCE)
                        .interval(PATIENCE)
                        .count(2)
                        .build())
                .tcpUserTimeout(
                    TcpUserTimeoutOptions.builder()
                        .enable()
                        .tcpUserTimeout(PATIENCE.multipliedBy(2))
                        .build())
                .build())
        .build();
  }

  @Override
  public synchronized boolean isOpen() {
    return wires != null && wires.areOpen();
  }

  @Override
  public synchronized void open(Consumer<byte[]> ear) {
    cut();
    var in = client.connectPubSub(ByteArrayCodec.INSTANCE);
    try {
      in.addListener(
          new RedisPubSubAdapter<byte[], byte[]>() {
            @Override
            public void message(byte[] from, byte[] message) {
              ear.accept(message);
            }
          });
      in.sync().subscribe(channel);
      wires = new Wires(client.connect(ByteArrayCodec.INSTANCE), in);
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
    try {
      client.shutdown(Duration.ZERO, PATIENCE);
    } finally {
      resources.shutdown(0, PATIENCE.toMillis(), TimeUnit.MILLISECONDS).awaitUninterruptibly();
    }
  }

  @Override
  public String toString() {
    return address.getHost() + ":" + address.getPort();
  }
}
