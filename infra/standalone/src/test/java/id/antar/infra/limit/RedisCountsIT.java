package id.antar.infra.limit;

import static org.assertj.core.api.Assertions.assertThat;

import id.antar.infra.redis.RedisConnections;
import id.antar.infra.redis.RedisProperties;
import id.antar.infra.redis.RedisServer;
import io.lettuce.core.Range;
import io.lettuce.core.codec.StringCodec;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// On a real Redis, which is killed and comes back with nothing.
class RedisCountsIT extends CountingTogether {
  private static final String STREAM = "antar:counting:rates";

  private final RedisServer redis = RedisServer.start();
  private final List<RedisConnections> open = new ArrayList<>();

  @AfterEach
  void stop() {
    open.forEach(RedisConnections::close);
    redis.close();
  }

  @Override
  RedisCounts counts() {
    return on(redis.url());
  }

  @Override
  RedisCounts alone() {
    return on("redis://127.0.0.1:1");
  }

  private RedisCounts on(String url) {
    return new RedisCounts(connect(url), STREAM);
  }

  private RedisConnections connect(String url) {
    var connections = new RedisConnections(new RedisProperties(url, "").address());
    open.add(connections);
    return connections;
  }

  @Test
  void nobodyIsNamedInRedis() {
    one.admitted(someone, 1);
    one.tellsAndHears();

    try (var connection = connect(redis.url()).client().connect(StringCodec.UTF8)) {
      assertThat(connection.sync().xrange(STREAM, Range.unbounded()))
          .isNotEmpty()
          .noneMatch(message -> message.getBody().toString().contains("customer:"));
    }
  }

  @Test
  void theyCountTogetherAgainAfterRedisWasKilled() {
    one.admitted(someone, 10);
    one.tellsAndHears();
    other.tellsAndHears();
    redis.kill();
    one.admitted(someone, 10);
    one.isNotHeard();
    redis.startAgain();

    one.admitted(someone, 10);
    one.tellsAndHears();
    other.tellsAndHears();

    assertThat(other.admitted(someone, RATE)).isEqualTo(20);
  }
}
