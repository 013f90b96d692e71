package id.antar.infra.startup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/// An engine that is there to be measured: in a folder that holds nothing else, with servers of its
/// own, whatever the environment names.
public final class MeasuredEngine {
  private static final String MARK = "made-to-be-measured";

  private static final List<String> ALONE =
      List.of(
          "--server.port=0",
          "--antar.quiet=true",
          "--antar.mode=development",
          "--antar.cluster.name=",
          "--antar.mysql.url=",
          "--antar.mysql.read-url=",
          "--antar.elasticsearch.url=");

  private final Path work;

  private MeasuredEngine(Path work) {
    this.work = work;
  }

  /// Takes a folder that is new or empty, or was taken so before.
  ///
  /// @throws IllegalArgumentException for a person to read, if there is anything else in it
  public static MeasuredEngine in(Path folder) {
    Path work = folder.toAbsolutePath().normalize();
    try {
      if (!Files.exists(work.resolve(MARK)) && !isEmpty(work)) {
        throw new IllegalArgumentException(
            work + " is in use for something else. Maybe choose a new folder with --work.");
      }
      Files.writeString(Files.createDirectories(work).resolve(MARK), "");
      return new MeasuredEngine(work);
    } catch (IOException e) {
      throw new UncheckedIOException("The folder " + work + " cannot be used.", e);
    }
  }

  private static boolean isEmpty(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return true;
    }
    try (Stream<Path> there = Files.list(folder)) {
      return there.findAny().isEmpty();
    }
  }

  /// @param more options of the engine
  public ConfigurableApplicationContext start(String... more) {
    Stream<String> own = Stream.concat(ALONE.stream(), Stream.of("--antar.work=" + work));
    return EngineStart.run(Stream.concat(Stream.of(more), own).toArray(String[]::new));
  }

  /// Only for who had it running: before that, it may be another one's that runs.
  public void delete() {
    try {
      boolean _ = FileSystemUtils.deleteRecursively(work);
    } catch (IOException e) {
      throw new UncheckedIOException("The folder " + work + " cannot be deleted.", e);
    }
  }
}
