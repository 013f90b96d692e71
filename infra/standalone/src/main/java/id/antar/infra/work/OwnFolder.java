package id.antar.infra.work;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/// A work folder that a measurement makes for itself, marked so that nothing else is ever taken for
/// one: neither filled with what was made up, nor deleted.
public record OwnFolder(Path path) {

  private static final String MARK = "made-for-a-measurement";

  /// For an engine that has nothing to do with servers that somebody runs.
  private static final List<String> SERVERS =
      List.of("--antar.mysql.url=", "--antar.elasticsearch.url=");

  /// A new one, or one that an earlier measurement has left.
  ///
  /// @throws IllegalArgumentException if there is something else
  public static OwnFolder at(Path path) throws IOException {
    var folder = new OwnFolder(path.toAbsolutePath().normalize());
    if (Files.exists(folder.path()) && !folder.isMarked() && !isEmpty(folder.path())) {
      throw new IllegalArgumentException(
          folder.path() + " was not made by a measurement. Maybe name a folder that is not there.");
    }
    Files.createDirectories(folder.path());
    if (!folder.isMarked()) {
      Files.createFile(folder.path().resolve(MARK));
    }
    return folder;
  }

  private boolean isMarked() {
    return Files.exists(path.resolve(MARK));
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (var entries = Files.list(folder)) {
      return entries.findAny().isEmpty();
    }
  }

  /// What an engine in it is started with.
  public List<String> engine() {
    var options = new ArrayList<>(SERVERS);
    options.addAll(List.of("--server.port=0", "--antar.quiet=true", "--antar.work=" + path));
    return List.copyOf(options);
  }

  /// Not while another engine is running in it.
  public void delete() throws IOException {
    try (WorkFolder work = WorkFolder.at(path)) {
      work.takeLock();
    }
    boolean _ = FileSystemUtils.deleteRecursively(path);
  }
}
