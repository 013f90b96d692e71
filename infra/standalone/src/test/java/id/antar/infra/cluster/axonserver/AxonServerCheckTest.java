package id.antar.infra.cluster.axonserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.antar.infra.cluster.ClusterProperties.AxonServer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class AxonServerCheckTest {

  private static List<String> weaknesses(String token, boolean tls) {
    var server = new AxonServer("axon:8124", token, "default", tls, "", DataSize.ofMegabytes(1));
    return new AxonServerCheck(server).weaknesses();
  }

  @Test
  void inProductionNobodyReachesItWhoMayNot() {
    assertThat(weaknesses("", false))
        .hasSize(2)
        .anyMatch(it -> it.contains("axon-server.token"))
        .anyMatch(it -> it.contains("axon-server.tls"));
    assertThat(weaknesses("token", true)).isEmpty();
  }

  @Test
  void whoNamesACertificateMeansTls() {
    DataSize size = DataSize.ofMegabytes(1);

    assertThatThrownBy(() -> new AxonServer("axon:8124", "token", "default", false, "ca.pem", size))
        .hasMessageContaining("tls");
  }

  @Test
  void theTokenIsNotSaid() {
    var server =
        new AxonServer("axon:8124", "secret", "default", true, "", DataSize.ofMegabytes(1));

    assertThat(server.toString()).doesNotContain("secret");
  }
}
