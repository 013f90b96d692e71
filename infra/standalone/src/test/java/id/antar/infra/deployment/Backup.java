package id.antar.infra.deployment;

import id.antar.infra.cli.BackupTool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.random.RandomGenerator;

/// What a container is told to do a backup by.
final class Backup {
  /// It went to work, and found no database.
  static final int UNDERSTOOD = 1;

  private Backup() {}

  /// Where to.
  static String folder(List<String> arguments) {
    return arguments.get(arguments.indexOf("--to") + 1);
  }

  /// What the engine's own tool ends with, where there is no database.
  static int status(List<String> arguments, Path scratch) {
    var line = new ArrayList<>(arguments);
    line.set(line.indexOf("--to") + 1, scratch.resolve("backups").toString());
    line.addAll(List.of("--work", scratch.toString(), "--key-file", key(scratch).toString()));
    line.addAll(
        List.of("--mysql-url", "mysql://nobody:nothing@127.0.0.1:%d/none".formatted(closedPort())));
    return BackupTool.run(line.toArray(String[]::new));
  }

  private static int closedPort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path key(Path scratch) {
    var bytes = new byte[32];
    RandomGenerator.getDefault().nextBytes(bytes);
    try {
      return Files.writeString(
          scratch.resolve("backup.key"), Base64.getEncoder().encodeToString(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
