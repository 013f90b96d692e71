package id.antar.infra.startup;

import id.antar.infra.AntarApplication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.system.ApplicationHome;
import org.springframework.context.ConfigurableApplicationContext;

/// Starts the engine.
public final class EngineStart {
  private EngineStart() {}

  /// Tells a person in one sentence what is wrong if it cannot be started.
  ///
  /// @return whether it was started
  public static boolean onTerminal(String... arguments) {
    try {
      run(arguments);
      return true;
    } catch (RuntimeException e) {
      System.err.println("Antar cannot start: " + reason(e));
      System.err.println("The log may tell more: logs/antar.log in the work folder.");
      return false;
    }
  }

  public static ConfigurableApplicationContext run(String... arguments) {
    return application().run(arguments);
  }

  /// @param more configurations beside the engine's own
  public static SpringApplication application(Class<?>... more) {
    var application = new SpringApplication(AntarApplication.class);
    application.addPrimarySources(List.of(more));
    application.setBannerMode(Banner.Mode.OFF);
    application.setWebApplicationType(WebApplicationType.REACTIVE);
    application.setDefaultProperties(defaults());
    return application;
  }

  /// The servers' archives and the map lie beside the jar that runs.
  public static Map<String, Object> defaults() {
    var defaults = new HashMap<String, Object>();
    findArchives()
        .ifPresent(archives -> {
          defaults.put("antar.servers.archives", archives.toString());
          findMap(archives).ifPresent(map -> defaults.put("antar.map.file", map.toString()));
        });
    return defaults;
  }

  /// The servers as they were published.
  public static Optional<Path> findArchives() {
    Path beside = new ApplicationHome(AntarApplication.class).getDir().toPath();
    return Stream.of(beside.resolve("servers"), beside.resolveSibling("servers"))
        .filter(Files::isDirectory)
        .findFirst();
  }

  private static Optional<Path> findMap(Path folder) {
    try (DirectoryStream<Path> maps = Files.newDirectoryStream(folder, "*.osm.pbf")) {
      var found = maps.iterator();
      return found.hasNext() ? Optional.of(found.next()) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The innermost cause is the one that a person can do something about.
  public static String reason(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null && cause.getCause() != cause) {
      cause = cause.getCause();
    }
    return cause.getMessage() == null ? cause.toString() : cause.getMessage();
  }
}
