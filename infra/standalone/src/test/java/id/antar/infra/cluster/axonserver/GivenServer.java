package id.antar.infra.cluster.axonserver;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import id.antar.infra.cluster.ClusterProperties.AxonServer;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.unit.DataSize;

/// The Axon Server that `ANTAR_AXONSERVER` names (`host:port`), with its `ANTAR_AXONSERVER_TOKEN`,
/// and for TLS the file `ANTAR_AXONSERVER_CERTIFICATE`. It comes with no build, so tests that need
/// it are skipped where none is named.
public final class GivenServer {
  private static final Logger LOG = LoggerFactory.getLogger(GivenServer.class);
  private static final String NAME = "ANTAR_AXONSERVER";

  private GivenServer() {}

  public static String require() {
    String address = setting(NAME);
    if (address.isBlank()) {
      LOG.error("{} names no server: an engine with an Axon Server is NOT TESTED.", NAME);
    }
    assumeTrue(!address.isBlank(), NAME + " names no server.");
    return address;
  }

  static AxonServer at(String address) {
    return new AxonServer(
        address,
        setting("ANTAR_AXONSERVER_TOKEN"),
        "default",
        !certificate().isBlank(),
        certificate(),
        DataSize.ofMegabytes(16));
  }

  public static List<String> options(String address) {
    AxonServer server = at(address);
    return List.of(
        "--antar.cluster.bus=axon-server",
        "--antar.cluster.axon-server.servers=" + server.servers(),
        "--antar.cluster.axon-server.token=" + server.token(),
        "--antar.cluster.axon-server.tls=" + server.tls(),
        "--antar.cluster.axon-server.certificate=" + server.certificate());
  }

  private static String certificate() {
    return setting("ANTAR_AXONSERVER_CERTIFICATE");
  }

  private static String setting(String name) {
    return Objects.requireNonNullElse(System.getenv(name), "");
  }
}
