package id.antar.api.mode;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Set;

/// A file that is replaced in one step: a reader sees the old or the new one, and once it is
/// replaced it stays so, also after a power cut. One writer at a time.
public final class DurableFile {

  private static final Set<OpenOption> NEW_FILE = Set.of(CREATE_NEW, WRITE);

  private DurableFile() {}

  public static void replace(Path file, String text) throws IOException {
    replace(file, text, new FileAttribute<?>[0]);
  }

  /// Readable by its owner alone, where the file system knows permissions.
  public static void replaceSecret(Path file, String text) throws IOException {
    var ownerOnly =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    replace(
        file,
        text,
        knowsPermissions(file) ? new FileAttribute<?>[] {ownerOnly} : new FileAttribute<?>[0]);
  }

  private static void replace(Path file, String text, FileAttribute<?>[] attributes)
      throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    try (FileChannel channel = FileChannel.open(fresh, NEW_FILE, attributes)) {
      ByteBuffer bytes = UTF_8.encode(text);
      while (bytes.hasRemaining()) {
        int _ = channel.write(bytes);
      }
      channel.force(true);
    }
    Files.move(fresh, file, ATOMIC_MOVE, REPLACE_EXISTING);
    forceFolder(Objects.requireNonNull(file.toAbsolutePath().getParent()));
  }

  /// The name is in the folder; a folder can be forced where it can be opened.
  private static void forceFolder(Path folder) throws IOException {
    if (knowsPermissions(folder)) {
      try (FileChannel channel = FileChannel.open(folder, READ)) {
        channel.force(true);
      }
    }
  }

  private static boolean knowsPermissions(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
