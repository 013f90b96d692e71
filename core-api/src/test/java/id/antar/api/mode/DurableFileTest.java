package id.antar.api.mode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurableFileTest {

  @TempDir private Path folder;

  @Test
  void theNewTakesThePlaceOfTheOldAndLeavesNothingBeside() throws IOException {
    Path file = folder.resolve("key");
    DurableFile.replaceSecret(file, "one");
    Files.writeString(folder.resolve("key.new"), "left by one who was killed");

    DurableFile.replaceSecret(file, "two");

    assertThat(file).hasContent("two");
    assertThat(folder).isDirectoryContaining(file::equals).isDirectoryNotContaining("glob:**.new");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void whatCannotBeWrittenLeavesTheOldOne() throws IOException {
    Path file = folder.resolve("key");
    DurableFile.replace(file, "one");
    Files.createDirectories(folder.resolve("key.new").resolve("in the way"));

    assertThatThrownBy(() -> DurableFile.replace(file, "two")).isInstanceOf(IOException.class);

    assertThat(file).hasContent("one");
  }
}
