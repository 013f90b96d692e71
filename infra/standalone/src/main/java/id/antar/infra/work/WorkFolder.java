package id.antar.infra.work;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import id.antar.api.mode.DurableFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The one folder that an engine keeps everything in: its servers and their data, keys, logs, the
/// prepared map. One engine at a time has it.
public final class WorkFolder implements AutoCloseable {
  private final Path root;
  private @Nullable FileChannel lock;

  private WorkFolder(Path root) {
    this.root = root;
  }

  /// Creates the folder if there is none. Does not take its lock.
  public static WorkFolder at(Path root) {
    try {
      return new WorkFolder(
          Files.createDirectories(root.toAbsolutePath().normalize()).toRealPath());
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The work folder " + root.toAbsolutePath() + " cannot be created: " + e.getMessage(), e);
    }
  }

  /// Held until this is closed or the process ends, however it ends.
  public void takeLock() {
    try {
      FileChannel channel = FileChannel.open(root.resolve("lock"), CREATE, WRITE);
      FileLock held = tryLock(channel);
      if (held == null) {
        channel.close();
        throw new WorkFolderInUse(
            "Another engine is running in "
                + root
                + EngineFile.at(this).find().map(e -> " (process " + e.pid() + ")").orElse("")
                + ". Maybe stop it, or choose another folder with --work.");
      }
      lock = channel;
    } catch (IOException e) {
      throw new UncheckedIOException("The work folder " + root + " cannot be locked.", e);
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  /// A name of this folder, made once, under which its engine owns things elsewhere.
  public String id() {
    String known = find("id");
    if (known != null) {
      return known.strip();
    }
    String fresh = UUID.randomUUID().toString();
    write("id", fresh + "\n");
    return fresh;
  }

  public Path root() {
    return root;
  }

  public Path path(String name) {
    return root.resolve(name);
  }

  public Path folder(String name) {
    try {
      return Files.createDirectories(root.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Replaces the file in one step; a reader sees the old or the new one, also after a power cut.
  public void write(String name, String text) {
    Path file = root.resolve(name);
    try {
      DurableFile.replace(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + file + ".", e);
    }
  }

  /// Like [#write], readable by its owner alone.
  public void writeSecret(String name, String text) {
    Path file = root.resolve(name);
    try {
      DurableFile.replaceSecret(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + file + ".", e);
    }
  }

  public @Nullable String find(String name) {
    Path file = root.resolve(name);
    try {
      return Files.exists(file) ? Files.readString(file, UTF_8) : null;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file + ".", e);
    }
  }

  public void delete(String name) {
    try {
      Files.deleteIfExists(root.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      if (lock != null) {
        lock.close();
        lock = null;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Said to the person who started a second engine.
  public static final class WorkFolderInUse extends RuntimeException {
    WorkFolderInUse(String message) {
      super(message);
    }
  }
}
