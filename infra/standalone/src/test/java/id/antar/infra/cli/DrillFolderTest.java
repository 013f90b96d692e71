package id.antar.infra.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrillFolderTest {
  @TempDir Path parent;

  @Test
  void itIsItsOwnersOnlyAndGoesAtTheEnd() throws IOException {
    Path root;
    try (DrillFolder folder = DrillFolder.in(parent)) {
      root = folder.root();
      Files.writeString(root.resolve("master.key"), "secret");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(root)))
          .isEqualTo("rwx------");
    }

    assertThat(root).doesNotExist();
  }

  @Test
  void whatADrillHasLeftIsTakenAwayByTheNextButNotWhatIsInUse() throws IOException {
    Path left = Files.createDirectory(parent.resolve("antar-drill-1"));
    Files.writeString(left.resolve("master.key"), "secret");
    Path other = Files.createDirectory(parent.resolve("other"));

    try (DrillFolder first = DrillFolder.in(parent);
        DrillFolder second = DrillFolder.in(parent)) {
      assertThat(left).doesNotExist();
      assertThat(other).exists();
      assertThat(first.root()).exists();
      assertThat(second.root()).exists();
    }
  }

  /// Another process, because it has to be ended.
  static final class Drilling {
    public static void main(String... arguments) throws Exception {
      DrillFolder folder = DrillFolder.in(Path.of(arguments[0]));
      Files.writeString(folder.root().resolve("master.key"), "secret");
      System.out.println(folder.root());
      Thread.currentThread().join();
    }
  }

  @Test
  void itGoesAlsoIfTheDrillIsInterrupted() throws Exception {
    Process drill =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Drilling.class.getName(),
                parent.toString())
            .redirectError(Redirect.INHERIT)
            .start();
    try (BufferedReader said = drill.inputReader()) {
      Path root = Path.of(String.valueOf(said.readLine()));
      assertThat(root.resolve("master.key")).exists();

      drill.destroy();
      int _ = drill.waitFor();

      assertThat(root).doesNotExist();
    } finally {
      drill.destroyForcibly();
    }
  }
}
