package id.antar.infra.backup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.antar.infra.backup.Manifest.LogSpan;
import id.antar.infra.backup.Rows.Column;
import id.antar.infra.backup.Rows.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

class BackupFolderTest {
  private static final Table ORDERS =
      new Table("orders", List.of(new Column("id", false), new Column("content", true)));
  private static final String NAME = "20261121T120000000Z-full";

  private final BackupKey key = SealedPieceTest.key();

  @TempDir Path root;

  private BackupFolder folder() {
    return BackupFolder.at(root, key);
  }

  private Manifest made(String name) throws IOException {
    return made(name, null);
  }

  private Manifest made(String name, @Nullable String previous) throws IOException {
    return folder()
        .alone(() -> {
          Path unfinished = folder().begin(name);
          try (var rows = new Rows.Writer(folder().write(unfinished, name, "log"))) {
            rows.table(ORDERS);
            rows.row(new byte[] @Nullable [] {"o-1".getBytes(UTF_8), {0, 1, 2}});
            rows.row(new byte[] @Nullable [] {"o-2".getBytes(UTF_8), null});
            rows.file("clock.json", "{}");
          }
          var manifest =
              new Manifest(
                  name,
                  previous,
                  key.id(),
                  "1",
                  "78",
                  "MariaDB",
                  Instant.EPOCH,
                  new LogSpan(0, 0, "", 0, 0, 0, null),
                  List.of(BackupFolder.measured(unfinished, "log")),
                  Map.of("orders", 2L));
          folder().complete(unfinished, manifest);
          return manifest;
        });
  }

  private List<String> read(Manifest manifest) throws IOException {
    var read = new ArrayList<String>();
    folder()
        .read(
            manifest,
            "log",
            new Rows.Reader() {
              @Override
              public void row(Table table, byte[] @Nullable [] values) {
                byte[] content = values[1];
                read.add(
                    new String(values[0] == null ? new byte[0] : values[0], UTF_8)
                        + " "
                        + (content == null ? "null" : content.length));
              }

              @Override
              public void file(String name, byte[] content) {
                read.add(name + " " + new String(content, UTF_8));
              }
            });
    return read;
  }

  @Test
  void whatWasWrittenIsReadAgain() throws IOException {
    Manifest made = made(NAME);

    assertThat(folder().list()).containsExactly(made);
    assertThat(read(made)).containsExactly("o-1 3", "o-2 null", "clock.json {}");
  }

  @Test
  void oneThatWasNotFinishedIsNoneAndIsRemovedByTheNext() throws IOException {
    Path left = folder().begin("20261121T110000000Z-full");
    assertThat(folder().list()).isEmpty();

    made(NAME);

    assertThat(left).doesNotExist();
    assertThat(folder().list()).hasSize(1);
  }

  @Test
  void anotherKeyIsNamedAndAChangedManifestIsFound() throws IOException {
    made(NAME);

    assertThatThrownBy(() -> BackupFolder.at(root, SealedPieceTest.key()).list())
        .isInstanceOf(BackupBroken.class)
        .hasMessageContaining(key.id());
    Path manifest = root.resolve(NAME).resolve("manifest.json");
    Files.writeString(manifest, Files.readString(manifest).replace("\"78\"", "\"79\""));
    assertThatThrownBy(() -> folder().list()).hasMessageContaining("was changed");
  }

  @Test
  void aBackupUnderAnothersNameIsFound() throws IOException {
    made(NAME);
    Files.move(root.resolve(NAME), root.resolve("20261121T130000000Z-full"));

    assertThatThrownBy(() -> folder().list()).hasMessageContaining("was changed");
  }

  @Test
  void aPieceThatWasChangedOrIsMissingIsFound() throws IOException {
    Manifest made = made(NAME);
    Path piece = root.resolve(NAME).resolve("log.antar");
    byte[] bytes = Files.readAllBytes(piece);
    bytes[bytes.length / 2] ^= 1;
    Files.write(piece, bytes);
    assertThatThrownBy(() -> read(made)).hasMessageContaining("not as it was written");

    Files.delete(piece);
    assertThatThrownBy(() -> read(made)).hasMessageContaining("is missing");
  }

  @Test
  void whileItIsReadNobodyWritesThere() throws IOException {
    made(NAME);

    try (BackupFolder.Held _ = folder().hold()) {
      assertThatThrownBy(() -> made("20261121T130000000Z-full"))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("restored from there");
    }
    made("20261121T130000000Z-full");
    assertThat(folder().list()).hasSize(2);
  }

  @Test
  void nothingGoesOnFromWhatIsNotWhole() throws IOException {
    made(NAME);
    made("20261121T130000000Z-incr", NAME);
    made("20261121T140000000Z-incr", "20261121T130000000Z-incr");
    assertThat(folder().reasonNotToGoOn(folder().list())).isEmpty();

    Path piece = root.resolve(NAME).resolve("log.antar");
    byte[] bytes = Files.readAllBytes(piece);
    Files.write(piece, Arrays.copyOf(bytes, bytes.length - 1));
    assertThat(folder().reasonNotToGoOn(folder().list()))
        .hasValueSatisfying(it -> assertThat(it).contains(piece + " is missing or cut off"));

    FileSystemUtils.deleteRecursively(root.resolve("20261121T130000000Z-incr"));
    assertThat(folder().reasonNotToGoOn(folder().list()))
        .hasValueSatisfying(it -> assertThat(it).endsWith("130000000Z-incr, which is missing"));
  }

  @Test
  void aCheckReadsEveryPieceAndNamesWhatIsMissing() throws IOException {
    made(NAME);
    made("20261121T130000000Z-incr", NAME);
    var said = new ArrayList<String>();
    var check = new BackupCheck(root, key, said::add);
    assertThat(check.isWhole()).isTrue();

    Path piece = root.resolve(NAME).resolve("log.antar");
    byte[] bytes = Files.readAllBytes(piece);
    bytes[bytes.length / 2] ^= 1;
    Files.write(piece, bytes);
    assertThat(check.isWhole()).isFalse();
    assertThat(said).contains("The piece " + piece + " is not as it was written.");

    Files.delete(piece);
    assertThat(check.isWhole()).isFalse();
    assertThat(said).contains("The piece log of " + NAME + " is missing.");
  }
}
