package id.antar.dispatch.live;

import id.antar.api.dispatch.ZoneId;
import id.antar.dispatch.plan.DispatchPolicy;
import java.nio.file.Path;
import java.time.Duration;

/// What a dispatcher has to be told.
///
/// @param mapFile the town's streets: `.osm.pbf`, `.osm.gz` or `.osm`
/// @param workFolder where the prepared graphs are kept
/// @param roundInterval engine time from one round to the next when nothing happens
public record DispatchSettings(
    Path mapFile, Path workFolder, ZoneId zone, Duration roundInterval, DispatchPolicy policy) {

  public DispatchSettings {
    if (!roundInterval.isPositive()) {
      throw new IllegalArgumentException("roundInterval (" + roundInterval + ") is not positive.");
    }
  }

  public static DispatchSettings of(Path mapFile, Path workFolder) {
    return new DispatchSettings(
        mapFile, workFolder, new ZoneId("main"), Duration.ofSeconds(5), DispatchPolicy.standard());
  }
}
