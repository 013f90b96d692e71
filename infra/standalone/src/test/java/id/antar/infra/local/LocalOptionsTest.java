package id.antar.infra.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class LocalOptionsTest {

  private static LocalOptions parse(String... arguments) {
    return LocalOptions.parse(Map.of(), Map.of(LocalOptions.TOKEN, "secret"), arguments);
  }

  @Test
  void withoutAnAxonServerNothingIsSaidOfOne() {
    assertThat(parse("--server.port=0").axonServer()).isEmpty();
  }

  @Test
  void anAxonServerIsReachedWithTheTokenOfTheEnvironmentAndByTlsIfACertificateIsGiven() {
    LocalOptions plain = parse("--axon-server=localhost:8124");
    LocalOptions trusted =
        parse("--axon-server=localhost:8124", "--axon-server-certificate=/tmp/cert.pem");

    assertThat(plain.axonServer())
        .containsEntry("antar.cluster.bus", "axon-server")
        .containsEntry("antar.cluster.axon-server.servers", "localhost:8124")
        .containsEntry("antar.cluster.axon-server.token", "secret")
        .containsEntry("antar.cluster.axon-server.tls", "false");
    assertThat(trusted.axonServer())
        .containsEntry("antar.cluster.axon-server.tls", "true")
        .containsEntry("antar.cluster.axon-server.certificate", "/tmp/cert.pem");
    assertThat(trusted.passedOn()).isEmpty();
  }

  @Test
  void aCertificateOfNoServerIsRefused() {
    assertThatThrownBy(() -> parse("--axon-server-certificate=/tmp/cert.pem"))
        .hasMessageContaining("--axon-server.");
  }
}
