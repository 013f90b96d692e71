package id.antar.infra.chain;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How the log is guarded.
///
/// @param chained whether this engine chains what is stored; one of those on a database has to
/// @param signingKey what is in `log-signing.key` of one work folder, for engines that share a key
/// @param checkpointEvents after so many events there is a checkpoint
/// @param checkpointAfter after so much real time there is one, if there were events
@ConfigurationProperties("antar.log")
public record ChainProperties(
    @DefaultValue("true") boolean chained,
    @DefaultValue("") String signingKey,
    @DefaultValue("10000") long checkpointEvents,
    @DefaultValue("PT5M") Duration checkpointAfter) {

  /// Says nothing of the key.
  @Override
  public String toString() {
    return "ChainProperties[chained=%s, checkpointEvents=%d, checkpointAfter=%s]"
        .formatted(chained, checkpointEvents, checkpointAfter);
  }
}
