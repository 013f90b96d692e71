package id.antar.infra.board;

import id.antar.query.track.TrackSettings;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How finely couriers' ways are kept.
///
/// @param every a point is kept when the last one is so old, by the engine's clock
/// @param metres or so far away
/// @param writeAfter in real time: so long a point is only in memory
/// @param most points that wait in memory for a database that does not answer
/// @param keep for how long, by the engine's clock
@ConfigurationProperties("antar.track")
public record TrackProperties(
    @DefaultValue("PT10S") Duration every,
    @DefaultValue("25") double metres,
    @DefaultValue("PT30S") Duration writeAfter,
    @DefaultValue("500000") int most,
    @DefaultValue("P30D") Duration keep) {

  TrackSettings settings() {
    return new TrackSettings(every, metres, writeAfter, most, keep);
  }
}
