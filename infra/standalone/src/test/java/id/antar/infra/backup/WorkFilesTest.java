package id.antar.infra.backup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.antar.infra.key.KeyName;
import id.antar.infra.work.WorkFolder;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkFilesTest {
  @TempDir Path root;

  private static Map<String, byte[]> written(WorkFolder work, String before) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var rows = new Rows.Writer(bytes)) {
      WorkFiles.write(work, before, rows);
    }
    var files = new LinkedHashMap<String, byte[]>();
    Rows.read(
        new ByteArrayInputStream(bytes.toByteArray()),
        new Rows.Reader() {
          @Override
          public void row(Rows.Table table, byte[] @Nullable [] values) {}

          @Override
          public void file(String name, byte[] content) {
            files.put(name, content);
          }
        });
    return files;
  }

  @Test
  void whatOpensTheDatabaseComesBackAndNothingElse() throws IOException {
    WorkFolder work = WorkFolder.at(root.resolve("one"));
    work.writeSecret("master.key", "new\n");
    work.write("clock.json", "{}");
    work.write("tokens.json", "{}");
    WorkFolder other = WorkFolder.at(root.resolve("other"));

    WorkFiles.restore(other, written(work, ""));

    assertThat(other.find("master.key")).isEqualTo("new\n");
    assertThat(other.find("clock.json")).isEqualTo("{}");
    assertThat(other.find("tokens.json")).isNull();
  }

  /// The keys in the tables may still be wrapped by the one before.
  @Test
  void aMasterKeyThatWasRotatedMeanwhileIsThereToo() throws IOException {
    WorkFolder work = WorkFolder.at(root);
    work.writeSecret("master.key", "new\n");

    assertThat(new String(written(work, "old\n").get("master.key"), UTF_8)).isEqualTo("new\nold\n");
    assertThat(new String(written(work, "new\n").get("master.key"), UTF_8)).isEqualTo("new\n");
  }

  @Test
  void anyOfThemTellsThatAnEngineHasLivedThere() throws IOException {
    WorkFolder work = WorkFolder.at(root);
    work.write("tokens.json", "{}");
    assertThat(WorkFiles.findAny(root)).isEmpty();

    work.write("clock.json", "{}");

    assertThat(WorkFiles.findAny(root)).contains(root.resolve("clock.json"));
  }

  @Test
  void keysThatAreGivenFromOutsideAreKnownByTheirAbsence() {
    WorkFolder work = WorkFolder.at(root);
    assertThat(WorkFiles.givenFromOutside(work)).containsExactly(KeyName.MASTER, KeyName.ACCOUNT);

    work.writeSecret("master.key", "it\n");

    assertThat(WorkFiles.givenFromOutside(work)).containsExactly(KeyName.ACCOUNT);
  }
}
