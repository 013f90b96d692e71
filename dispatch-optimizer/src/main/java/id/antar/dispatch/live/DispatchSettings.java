package id.antar.dispatch.live;

import static java.util.stream.Collectors.joining;

import id.antar.api.dispatch.ZoneId;
import id.antar.dispatch.plan.DispatchPolicy;
import java.nio.file.Path;
import java.time.Duration;

/// What a dispatcher has to be told.
///
/// @param mapFile the town's streets: `.osm.pbf`, `.osm.gz` or `.osm`
/// @param workFolder where the prepared graphs are kept
/// @param roundInterval engine time from one round to the next when nothing happens
/// @param roundBudget engine time after which a round improves its plan no more; 0: it never does
public record DispatchSettings(
    Path mapFile,
    Path workFolder,
    ZoneId zone,
    Duration roundInterval,
    Duration roundBudget,
    DispatchPolicy policy) {

  public DispatchSettings {
    if (!roundInterval.isPositive()) {
      throw new IllegalArgumentException("roundInterval (" + roundInterval + ") is not positive.");
    }
    if (roundBudget.isNegative()) {
      throw new IllegalArgumentException("roundBudget (" + roundBudget + ") is negative.");
    }
  }

  public static DispatchSettings of(Path mapFile, Path workFolder) {
    var interval = Duration.ofSeconds(5);
    return new DispatchSettings(
        mapFile,
        workFolder,
        new ZoneId("main"),
        interval,
        interval.dividedBy(3),
        DispatchPolicy.standard());
  }

  /// @param name of a policy, as [DispatchPolicy#find] knows it
  public DispatchSettings withPolicy(String name) {
    DispatchPolicy named =
        DispatchPolicy.find(name)
            .orElseThrow(() ->
                new IllegalArgumentException(
                    "There is no policy %s. There are %s."
                        .formatted(name, DispatchPolicy.names().collect(joining(", ")))));
    return new DispatchSettings(mapFile, workFolder, zone, roundInterval, roundBudget, named);
  }

  public DispatchSettings withRoundBudget(Duration budget) {
    return new DispatchSettings(mapFile, workFolder, zone, roundInterval, budget, policy);
  }
}
