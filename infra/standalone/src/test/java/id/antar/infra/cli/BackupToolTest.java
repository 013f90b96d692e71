package id.antar.infra.cli;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupToolTest {
  @TempDir Path folder;

  @Test
  void aSettingWithoutAValueIsToldAtOnce() {
    assertThatThrownBy(() -> BackupWish.of(CommandLine.of("--antar.quiet")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("--antar.quiet has no value: --antar.quiet=VALUE.");
  }

  @Test
  void aFolderInWhichAnEngineHasLivedIsReplacedOnlyIfThatIsSaid() throws IOException {
    BackupTool.requireNew(folder, false);
    Files.writeString(folder.resolve("account.key"), "it");

    assertThatThrownBy(() -> BackupTool.requireNew(folder, false))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("account.key");
    assertThatCode(() -> BackupTool.requireNew(folder, true)).doesNotThrowAnyException();
  }
}
