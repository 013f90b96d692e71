package id.antar.infra.cluster;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The other processes of the same engine.
///
/// @param name of all that belong together and share a database; blank: there are no others
/// @param address that the others reach this process at
/// @param port that they reach it at, 0 for any free one
/// @param answerWithin how long another process may take for an answer
@ConfigurationProperties("antar.cluster")
public record ClusterProperties(
    @DefaultValue("") String name,
    @DefaultValue("127.0.0.1") String address,
    @DefaultValue("0") int port,
    @DefaultValue("15s") Duration answerWithin) {

  public boolean isAlone() {
    return name.isBlank();
  }
}
