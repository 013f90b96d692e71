package id.antar.infra.chain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import id.antar.api.ops.LogCheckpoint;
import id.antar.infra.work.WorkFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;

/// Checkpoints outside the database, one a line, only ever added to. Whoever changes the database
/// alone is found out by it.
final class CheckpointFile {
  static final String NAME = "log-checkpoints.jsonl";

  private final WorkFolder work;

  CheckpointFile(WorkFolder work) {
    this.work = work;
  }

  /// A last line that was cut off by a power cut is none.
  List<LogCheckpoint> read() {
    return Objects.requireNonNullElse(work.find(NAME), "").lines().flatMap(this::parse).toList();
  }

  private Stream<LogCheckpoint> parse(String line) {
    try {
      return line.isBlank() ? Stream.empty() : Stream.of(CheckpointText.read(line));
    } catch (JacksonException e) {
      return Stream.empty();
    }
  }

  long lastNumber() {
    return read().stream().mapToLong(LogCheckpoint::number).max().orElse(0);
  }

  void append(List<LogCheckpoint> checkpoints) {
    String before = Objects.requireNonNullElse(work.find(NAME), "\n");
    String lines =
        (before.endsWith("\n") ? "" : "\n")
            + String.join(
                "", checkpoints.stream().map(it -> CheckpointText.write(it) + "\n").toList());
    try (FileChannel channel = FileChannel.open(work.path(NAME), CREATE, APPEND)) {
      ByteBuffer bytes = UTF_8.encode(lines);
      while (bytes.hasRemaining()) {
        int _ = channel.write(bytes);
      }
      channel.force(true);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + work.path(NAME) + ".", e);
    }
  }
}
