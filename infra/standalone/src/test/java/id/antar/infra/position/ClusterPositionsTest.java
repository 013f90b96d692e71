package id.antar.infra.position;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import id.antar.infra.redis.RedisProperties;
import id.antar.infra.role.Part;
import id.antar.infra.role.Role;
import id.antar.infra.startup.EngineStart;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterPositionsTest {
  private static final Set<Role> ALL = Set.of(Role.values());

  private static ClusterPositions positions(String cluster, String redis, Set<Role> roles) {
    return new ClusterPositions(new Part(cluster.isEmpty(), roles), new RedisProperties(redis, ""));
  }

  @Test
  void aProcessThatIsAloneNeedsNoRedis() {
    assertThat(positions("", "", ALL).weaknesses()).isEmpty();
    assertThatCode(() -> positions("", "", Set.of(Role.GATEWAY)).requireHeard())
        .doesNotThrowAnyException();
  }

  @Test
  void inProductionAGatewayOrDispatcherOfAClusterNeedsOne() {
    assertThat(positions("town", "", ALL).weaknesses())
        .singleElement()
        .asString()
        .contains("antar.redis.url");
    assertThat(positions("town", "", Set.of(Role.DISPATCH)).weaknesses()).hasSize(1);
    assertThat(positions("town", "", Set.of(Role.COMMAND, Role.QUERY)).weaknesses()).isEmpty();
    assertThat(positions("town", "redis://host:6379", ALL).weaknesses()).isEmpty();
  }

  @Test
  void aGatewayApartFromTheDispatcherAlwaysNeedsOne() {
    for (Role role : Set.of(Role.GATEWAY, Role.DISPATCH)) {
      assertThatThrownBy(() -> positions("town", "", Set.of(role, Role.QUERY)).requireHeard())
          .hasMessageContaining("antar.redis.url");
    }
    assertThatCode(() -> positions("town", "", ALL).requireHeard()).doesNotThrowAnyException();
    assertThatCode(() -> positions("town", "redis://h:1", Set.of(Role.GATEWAY)).requireHeard())
        .doesNotThrowAnyException();
  }

  @Test
  void anEngineSaysSoBeforeAnythingIsStarted(@TempDir Path folder) {
    Path work = folder.resolve("work");
    Throwable failure =
        catchThrowable(() ->
            EngineStart.run(
                    "--antar.work=" + work,
                    "--antar.quiet=true",
                    "--antar.cluster.name=town",
                    "--antar.roles=gateway,command")
                .close());

    assertThat(failure).isNotNull();
    assertThat(EngineStart.reason(failure)).startsWith("antar.redis.url is not set");
    assertThat(work.resolve("lock")).doesNotExist();
  }
}
