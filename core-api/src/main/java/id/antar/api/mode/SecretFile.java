package id.antar.api.mode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/// A file that nobody but its owner may read.
public final class SecretFile {

  private SecretFile() {}

  /// What is wrong with it, if it is there and its file system knows permissions.
  public static Optional<String> weakness(Path file) {
    if (!Files.exists(file)
        || !file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return Optional.empty();
    }
    try {
      String permissions = PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
      return permissions.endsWith("------")
          ? Optional.empty()
          : Optional.of("Others can read " + file + " (" + permissions + "); make it 0600.");
    } catch (IOException _) {
      return Optional.of("The permissions of " + file + " cannot be read.");
    }
  }
}
