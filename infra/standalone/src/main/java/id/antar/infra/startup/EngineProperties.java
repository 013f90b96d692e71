package id.antar.infra.startup;

import id.antar.api.mode.Mode;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where the engine lives and what it stands on.
///
/// @param mode `production` refuses to start with what is for development only
/// @param work the folder that it keeps everything in
/// @param quiet says nothing to the terminal
/// @param showTokens whether the development tokens are shown there
/// @param mysql the database: embedded unless `url` is given, as
///   `mysql://user:password@host:port/database`
/// @param elasticsearch the search server: embedded unless `url` is given
/// @param servers the embedded servers' folders
/// @param clock the engine's time
/// @param map the town
/// @param dispatch how couriers are dispatched
@ConfigurationProperties("antar")
public record EngineProperties(
    @DefaultValue("development") Mode mode,
    Path work,
    @DefaultValue("false") boolean quiet,
    @DefaultValue("true") boolean showTokens,
    @DefaultValue Server mysql,
    @DefaultValue Server elasticsearch,
    @DefaultValue Folders servers,
    @DefaultValue ClockSettings clock,
    @DefaultValue Town map,
    @DefaultValue Dispatch dispatch) {
  /// @param port of the embedded server, 0 for any free one
  public record Server(@DefaultValue("") String url, @DefaultValue("0") int port) {}

  /// @param archives where the servers are as they were published
  /// @param home where they are unpacked to; in the work folder unless given
  public record Folders(@DefaultValue("servers") Path archives, @Nullable Path home) {}

  /// @param file an OpenStreetMap extract, `.osm.pbf` or `.osm.gz`
  public record Town(@DefaultValue("town.osm.pbf") Path file) {}

  /// @param policy `standard`, `neighbours`, `greedy` or `matching`
  public record Dispatch(@DefaultValue("standard") String policy) {}

  /// @param speed how much faster than life; as saved in the work folder unless given, at first 1
  public record ClockSettings(@Nullable Double speed) {}
}
