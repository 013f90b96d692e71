package id.antar.infra.servers;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// Unpacks a server's archive once: beside its place first, then moved there in one step, so that
/// an interrupted run leaves nothing that looks finished.
final class Unpacking {
  private Unpacking() {}

  /// @param inside the folder of the archive that is wanted, with a slash at its end; a star stands
  ///   for any name
  /// @param before called only if there is something to do
  /// @return the folder, named as the archive is without its ending
  static Path unpack(Path archive, String inside, Path into, Consumer<Path> before) {
    String fileName = String.valueOf(archive.getFileName());
    Path target = into.resolve(fileName.substring(0, fileName.lastIndexOf('.')));
    if (Files.isDirectory(target)) {
      return target;
    }
    before.accept(archive);
    try {
      Files.createDirectories(into);
      Path fresh = Path.of(target + "." + pid());
      delete(fresh);
      Files.createDirectory(fresh);
      extract(archive, inside, fresh);
      move(fresh, target);
      return target;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot unpack " + archive + " to " + target + ".", e);
    }
  }

  private static long pid() {
    return ProcessHandle.current().pid();
  }

  private static void move(Path fresh, Path target) throws IOException {
    if (Files.isDirectory(target)) {
      delete(fresh);
    } else {
      Files.move(fresh, target, ATOMIC_MOVE);
    }
  }

  private static void extract(Path archive, String inside, Path to) throws IOException {
    var wanted = Pattern.compile(inside.replace("*", "[^/]+"));
    try (var zip = new ZipFile(archive.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        var name = wanted.matcher(entry.getName());
        if (!entry.isDirectory() && name.lookingAt()) {
          Path file = inside(to, entry.getName().substring(name.end()));
          extract(zip, entry, Objects.requireNonNull(file.getParent()), file);
        }
      }
    }
  }

  private static Path inside(Path folder, String name) throws IOException {
    Path file = folder.resolve(name).normalize();
    if (!file.startsWith(folder)) {
      throw new IOException("The entry " + name + " leads out of the folder.");
    }
    return file;
  }

  private static void extract(ZipFile zip, ZipEntry entry, Path folder, Path file)
      throws IOException {
    Files.createDirectories(folder);
    try (InputStream in = zip.getInputStream(entry)) {
      Files.copy(in, file);
    }
    if ((folder.endsWith("bin") || folder.endsWith("scripts"))
        && !file.toFile().setExecutable(true, false)) {
      throw new IOException("Cannot make " + file + " executable.");
    }
  }

  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /// The archive of that name, whatever its version.
  static Path archive(Path folder, String glob) {
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, glob)) {
      var archives = found.iterator();
      if (archives.hasNext()) {
        return archives.next();
      }
      throw new IllegalStateException(
          "There is no "
              + glob
              + " in "
              + folder
              + ". Maybe build the engine anew (./mvnw package), or name an external server.");
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The folder of the servers' archives, " + folder + ", cannot be read.", e);
    }
  }
}
