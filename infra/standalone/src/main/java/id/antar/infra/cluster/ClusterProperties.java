package id.antar.infra.cluster;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// The other processes of the same engine.
///
/// @param name of all that belong together and share a database; blank: there are no others
/// @param bus by which commands and queries go between them
/// @param address that the others reach this process at, by JGroups
/// @param port that they reach it at, 0 for any free one
/// @param answerWithin how long another process may take for an answer
@ConfigurationProperties("antar.cluster")
public record ClusterProperties(
    @DefaultValue("") String name,
    @DefaultValue("jgroups") Bus bus,
    @DefaultValue("127.0.0.1") String address,
    @DefaultValue("0") int port,
    @DefaultValue("15s") Duration answerWithin,
    @DefaultValue AxonServer axonServer) {

  /// What brings commands and queries from process to process.
  public enum Bus {
    JGROUPS,
    AXON_SERVER
  }

  /// @param servers `host:port` of each, with commas
  /// @param token blank if it asks for none
  /// @param context of the server in which the engine is alone, or with other clusters' names
  /// @param certificate file with whom to trust instead of whom Java trusts; may be blank
  /// @param largestMessage that the server takes as well
  public record AxonServer(
      @DefaultValue("") String servers,
      @DefaultValue("") String token,
      @DefaultValue("default") String context,
      @DefaultValue("false") boolean tls,
      @DefaultValue("") String certificate,
      @DefaultValue("16MB") DataSize largestMessage) {

    public AxonServer {
      if (!certificate.isBlank() && !tls) {
        throw new IllegalArgumentException(
            "antar.cluster.axon-server.certificate is of no use, as tls is off.");
      }
    }

    @Override
    public String toString() {
      return "AxonServer[" + servers + ", " + context + "]";
    }
  }

  public boolean isAlone() {
    return name.isBlank();
  }
}
