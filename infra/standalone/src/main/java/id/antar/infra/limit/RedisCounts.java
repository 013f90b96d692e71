package id.antar.infra.limit;

import id.antar.gateway.edge.limit.ShareCounts;
import id.antar.infra.redis.RedisConnections;
import io.lettuce.core.Range;
import io.lettuce.core.Range.Boundary;
import io.lettuce.core.StreamMessage;
import io.lettuce.core.XAddArgs;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.reactive.RedisReactiveCommands;
import io.lettuce.core.codec.StringCodec;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/// Gateways' counts as a stream of Redis: each adds what it admitted since the last, and reads on
/// behind what it read before. Time is Redis' own; what no window reaches any more goes with what
/// is added.
final class RedisCounts implements ShareCounts, AutoCloseable {
  private static final String GATEWAY = "gateway";
  private static final String COUNTS = "counts";

  /// As long as a clock of Redis' host may be set back without anything being told twice.
  private static final Duration MARGIN = Duration.ofSeconds(2);

  private final RedisConnections connections;
  private final String stream;
  private final String gateway = UUID.randomUUID().toString();
  private @Nullable StatefulRedisConnection<String, String> connection;
  private @Nullable String last;

  RedisCounts(RedisConnections connections, String stream) {
    this.connections = connections;
    this.stream = stream;
  }

  @Override
  public Mono<List<Told>> exchange(List<Count> own, Duration longest) {
    return connected()
        .flatMap(redis ->
            now(redis)
                .flatMap(now ->
                    add(redis, own, now - longest.plus(MARGIN).toMillis())
                        .then(read(redis, now, longest))));
  }

  private Mono<RedisReactiveCommands<String, String>> connected() {
    StatefulRedisConnection<String, String> known = connection;
    if (known != null && known.isOpen()) {
      return Mono.just(known.reactive());
    }
    return Mono.fromCompletionStage(
            () -> connections.client().connectAsync(StringCodec.UTF8, connections.address()))
        .doOnNext(fresh -> connection = fresh)
        .map(StatefulRedisConnection::reactive);
  }

  private static Mono<Long> now(RedisReactiveCommands<String, String> redis) {
    return redis
        .time()
        .collectList()
        .map(time ->
            Long.parseLong(time.getFirst()) * 1_000 + Long.parseLong(time.getLast()) / 1_000);
  }

  private Mono<Void> add(
      RedisReactiveCommands<String, String> redis, List<Count> own, long forgotten) {
    return own.isEmpty()
        ? Mono.empty()
        : redis
            .xadd(
                stream,
                new XAddArgs().minId(Long.toString(forgotten)).approximateTrimming(),
                Map.of(GATEWAY, gateway, COUNTS, CountText.write(own)))
            .then();
  }

  private Mono<List<Told>> read(
      RedisReactiveCommands<String, String> redis, long now, Duration longest) {
    String known = last;
    // A Redis that has begun anew may have an earlier time.
    boolean goesOn = known != null && millis(known) <= now + MARGIN.toMillis();
    Boundary<String> from =
        goesOn
            ? Boundary.excluding(Objects.requireNonNull(known))
            : Boundary.including(Long.toString(now - longest.toMillis()));
    return redis
        .xrange(stream, Range.from(from, Boundary.unbounded()))
        .doOnNext(message -> last = message.getId())
        .filter(message -> !gateway.equals(message.getBody().get(GATEWAY)))
        .map(message -> told(message, now))
        .collectList();
  }

  private static Told told(StreamMessage<String, String> message, long now) {
    String counts = Objects.requireNonNull(message.getBody().get(COUNTS));
    return new Told(
        Duration.ofMillis(Math.max(0, now - millis(message.getId()))), CountText.read(counts));
  }

  private static long millis(String id) {
    return Long.parseLong(id.substring(0, id.indexOf('-')));
  }

  @Override
  public void close() {
    connections.close();
  }
}
