package id.antar.infra.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.MaintNotificationsConfig;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.SocketOptions.KeepAliveOptions;
import io.lettuce.core.SocketOptions.TcpUserTimeoutOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.metrics.CommandLatencyRecorder;
import io.lettuce.core.resource.ClientResources;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// Connections to a Redis that rather fail than wait. One that is lost does not come back by
/// itself.
public final class RedisConnections implements AutoCloseable {

  public static final Duration PATIENCE = Duration.ofSeconds(2);

  /// Commands that Redis has not answered; whoever has more is refused.
  private static final int MOST_WAITING = 64;

  private static final int THREADS = 2;

  private final RedisURI address;
  private final ClientResources resources;
  private final RedisClient client;

  public RedisConnections(RedisURI address) {
    this.address = address;
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

  public RedisClient client() {
    return client;
  }

  public RedisURI address() {
    return address;
  }

  @Override
  public void close() {
    try {
      client.shutdown(Duration.ZERO, PATIENCE);
    } finally {
      resources.shutdown(0, PATIENCE.toMillis(), TimeUnit.MILLISECONDS).awaitUninterruptibly();
    }
  }

  /// Without what it takes to get in.
  @Override
  public String toString() {
    return address.getHost() + ":" + address.getPort();
  }
}
