package id.antar.infra.cli;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/// A folder for what a drill makes, which only its owner can look into. It holds an engine's keys
/// and data, so it goes with the drill, also if somebody ends that, and with the next one if even
/// that was not possible.
final class DrillFolder implements AutoCloseable {
  private static final String NAME = "antar-drill-";

  private final Path root;
  private final FileChannel lock;
  private final Thread atTheEnd = new Thread(this::abandon, "end of the drill");
  private @Nullable AutoCloseable inUse;

  private DrillFolder(Path root, FileChannel lock) {
    this.root = root;
    this.lock = lock;
  }

  /// Takes away what other drills have left there.
  static DrillFolder in(Path parent) throws IOException {
    try (DirectoryStream<Path> left = Files.newDirectoryStream(parent, NAME + "*")) {
      for (Path folder : left) {
        deleteUnused(folder);
      }
    }
    // A folder made so is its owner's only, where the file system knows owners.
    Path root = Files.createTempDirectory(parent, NAME);
    FileChannel lock = FileChannel.open(root.resolve("lock"), CREATE, WRITE);
    if (lock.tryLock() == null) {
      throw new IllegalStateException("Somebody else is in " + root + ".");
    }
    var folder = new DrillFolder(root, lock);
    Runtime.getRuntime().addShutdownHook(folder.atTheEnd);
    return folder;
  }

  private static void deleteUnused(Path folder) throws IOException {
    if (!Files.isWritable(folder) || !Files.isDirectory(folder)) {
      return;
    }
    try (FileChannel channel = FileChannel.open(folder.resolve("lock"), CREATE, WRITE);
        FileLock free = channel.tryLock()) {
      if (free != null) {
        boolean _ = FileSystemUtils.deleteRecursively(folder);
      }
    } catch (OverlappingFileLockException _) {
      // A drill of this process is in it.
    }
  }

  Path root() {
    return root;
  }

  /// What writes there, and is closed before the folder is deleted at an end before the end.
  synchronized void isUsedBy(AutoCloseable user) {
    inUse = user;
  }

  private void abandon() {
    try {
      AutoCloseable user;
      synchronized (this) {
        user = inUse;
      }
      if (user != null) {
        user.close();
      }
      delete();
    } catch (Exception e) {
      System.err.println("The folder " + root + " is not deleted: " + e.getMessage());
    }
  }

  private void delete() throws IOException {
    boolean _ = FileSystemUtils.deleteRecursively(root);
    lock.close();
  }

  @Override
  public void close() throws IOException {
    delete();
    try {
      boolean _ = Runtime.getRuntime().removeShutdownHook(atTheEnd);
    } catch (IllegalStateException _) {
      // It runs already.
    }
  }
}
