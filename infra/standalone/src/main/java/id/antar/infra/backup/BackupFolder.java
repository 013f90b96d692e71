package id.antar.infra.backup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import id.antar.api.mode.DurableFile;
import id.antar.infra.backup.Manifest.Piece;
import id.antar.infra.backup.Tables.Kind;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// A folder of backups, each a folder of its own. A backup is made beside its place and put there
/// when it is whole.
final class BackupFolder {
  private static final String MANIFEST = "manifest.json";
  private static final String UNFINISHED = ".part";
  private static final String NAME = "[0-9]{8}T[0-9]{9}Z-(full|incr)";
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Path root;
  private final BackupKey key;

  private BackupFolder(Path root, BackupKey key) {
    this.root = root;
    this.key = key;
  }

  static BackupFolder at(Path root, BackupKey key) {
    return new BackupFolder(root.toAbsolutePath().normalize(), key);
  }

  Path root() {
    return root;
  }

  @FunctionalInterface
  interface Work<T> {
    T run() throws IOException;
  }

  /// Nobody else writes there meanwhile. What was left unfinished before is removed.
  <T> T alone(Work<T> work) throws IOException {
    Files.createDirectories(root);
    try (Held _ = hold()) {
      try (Stream<Path> left = Files.list(root)) {
        for (Path folder : left.filter(it -> it.toString().endsWith(UNFINISHED)).toList()) {
          FileSystemUtils.deleteRecursively(folder);
        }
      }
      return work.run();
    }
  }

  /// While it is held, nobody else writes there.
  interface Held extends AutoCloseable {
    @Override
    void close() throws IOException;
  }

  /// Where nobody may write, as on a disk for reading only, there is nothing to hold.
  Held hold() throws IOException {
    if (!Files.isWritable(root)) {
      return () -> {};
    }
    FileChannel channel = FileChannel.open(root.resolve("lock"), CREATE, WRITE);
    if (tryLock(channel) == null) {
      channel.close();
      throw new IllegalStateException(
          "Another backup is being written to " + root + ", or one is restored from there.");
    }
    return channel::close;
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException _) {
      return null;
    }
  }

  /// All of them, the oldest first. One that cannot be read is an error.
  List<Manifest> list() throws IOException {
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(root)) {
      return folders
          .filter(it -> String.valueOf(it.getFileName()).matches(NAME))
          .sorted(Comparator.comparing(Path::toString))
          .map(this::read)
          .toList();
    }
  }

  private Manifest read(Path folder) {
    Path file = folder.resolve(MANIFEST);
    try {
      List<String> lines = Files.readAllLines(file, UTF_8);
      if (lines.size() != 2) {
        throw new BackupBroken("The manifest " + file + " is not one.");
      }
      Manifest manifest = JSON.readValue(lines.getFirst(), Manifest.class);
      if (!manifest.keyId().equals(key.id())) {
        throw new BackupBroken(
            "The backup %s was made with the key %s, and this is %s."
                .formatted(folder, manifest.keyId(), key.id()));
      }
      boolean ours =
          MessageDigest.isEqual(
              key.seal(lines.getFirst()).getBytes(UTF_8), lines.get(1).getBytes(UTF_8));
      if (!ours || !folder.endsWith(manifest.backup())) {
        throw new BackupBroken("The manifest " + file + " was changed.");
      }
      return manifest;
    } catch (IOException e) {
      throw new BackupBroken("The manifest " + file + " cannot be read.", e);
    } catch (JacksonException e) {
      throw new BackupBroken("The manifest " + file + " is not one.", e);
    }
  }

  /// A place for a backup that is being made.
  Path begin(String backup) throws IOException {
    return Files.createDirectory(root.resolve(backup + UNFINISHED));
  }

  OutputStream write(Path unfinished, String backup, String piece) throws IOException {
    var file = new FileOutputStream(unfinished.resolve(piece + ".antar").toFile());
    var durable =
        new BufferedOutputStream(file, 1 << 16) {
          @Override
          public void close() throws IOException {
            flush();
            file.getFD().sync();
            super.close();
          }
        };
    return new SealedOutput(durable, key, backup, piece);
  }

  static Piece measured(Path unfinished, String piece) throws IOException {
    Path file = unfinished.resolve(piece + ".antar");
    return new Piece(piece, Files.size(file), sha256(file));
  }

  void complete(Path unfinished, Manifest manifest) throws IOException {
    String line = JSON.writeValueAsString(manifest);
    DurableFile.replace(unfinished.resolve(MANIFEST), line + "\n" + key.seal(line) + "\n");
    Files.move(unfinished, root.resolve(manifest.backup()), ATOMIC_MOVE);
    if (root.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      try (FileChannel folder = FileChannel.open(root, READ)) {
        folder.force(true);
      }
    }
  }

  /// Whether it is there; one that is not what the manifest says is an error.
  boolean check(Manifest manifest, String piece) throws IOException {
    Piece wanted =
        manifest
            .find(piece)
            .orElseThrow(() ->
                new BackupBroken(
                    "The backup " + manifest.backup() + " never had a piece " + piece + "."));
    Path file = file(manifest, wanted);
    if (!Files.exists(file)) {
      return false;
    }
    if (Files.size(file) != wanted.bytes() || !sha256(file).equals(wanted.sha256())) {
      throw new BackupBroken("The piece " + file + " is not as it was written.");
    }
    return true;
  }

  /// Files of a backup that are not there, or not as long as they were. Keys of old ones are
  /// deleted.
  List<Path> damaged(Manifest manifest) throws IOException {
    var damaged = new ArrayList<Path>();
    for (Piece piece : manifest.pieces()) {
      Path file = file(manifest, piece);
      boolean isWhole = Files.exists(file) && Files.size(file) == piece.bytes();
      if (!isWhole && !piece.name().equals(Kind.SECRETS.piece())) {
        damaged.add(file);
      }
    }
    return damaged;
  }

  /// Why nothing can go on from the last of them: it would be of no use without those before it.
  Optional<String> reasonNotToGoOn(List<Manifest> all) throws IOException {
    try {
      for (Manifest member : RestorePlan.chain(all, all.getLast())) {
        List<Path> damaged = damaged(member);
        if (!damaged.isEmpty()) {
          return Optional.of("The piece " + damaged.getFirst() + " is missing or cut off");
        }
      }
      return Optional.empty();
    } catch (BackupBroken e) {
      return Optional.of(String.valueOf(e.getMessage()).replaceFirst("\\.$", ""));
    }
  }

  private Path file(Manifest manifest, Piece piece) {
    return root.resolve(manifest.backup()).resolve(piece.file());
  }

  void read(Manifest manifest, String piece, Rows.Reader reader) throws IOException {
    if (!check(manifest, piece)) {
      throw new BackupBroken("The piece " + piece + " of " + manifest.backup() + " is missing.");
    }
    Path file = file(manifest, manifest.find(piece).orElseThrow());
    try (InputStream in =
        new SealedInput(
            new BufferedInputStream(Files.newInputStream(file), 1 << 16),
            key,
            manifest.backup(),
            piece)) {
      Rows.read(in, reader);
    }
  }

  /// @return whether it was there
  boolean drop(Manifest manifest, String piece) {
    try {
      Optional<Piece> found = manifest.find(piece);
      return found.isPresent() && Files.deleteIfExists(file(manifest, found.get()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String sha256(Path file) throws IOException {
    try (var in =
        new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
      long _ = in.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(in.getMessageDigest().digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }
}
