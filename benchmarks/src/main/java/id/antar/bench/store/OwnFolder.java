package id.antar.bench.store;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/// A new folder, deleted at the end.
record OwnFolder(Path path) implements AutoCloseable {

  OwnFolder(Path parent, String name) throws IOException {
    this(Files.createTempDirectory(parent, name));
  }

  /// A server that ends still writes and removes files of its own.
  @Override
  public void close() throws IOException {
    for (int i = 1; Files.exists(path); i++) {
      try {
        boolean _ = FileSystemUtils.deleteRecursively(path);
      } catch (FileSystemException e) {
        if (i == 100) {
          throw e;
        }
      }
    }
  }
}
