package id.antar.infra.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.antar.infra.chain.ChainBench;
import id.antar.infra.searchload.SearchLoad;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeasuredEngineTest {
  @TempDir Path folder;

  @Test
  void takesAFolderThatIsNewOrEmptyOrWasTakenBefore() {
    Path fresh = folder.resolve("a/b");

    assertThatCode(() -> MeasuredEngine.in(fresh)).doesNotThrowAnyException();
    assertThatCode(() -> MeasuredEngine.in(fresh)).doesNotThrowAnyException();
    MeasuredEngine.in(fresh).delete();
    assertThat(fresh).doesNotExist();
  }

  @Test
  void leavesAloneWhatIsNotItsOwn() throws IOException {
    Path key = Files.writeString(folder.resolve("master.key"), "mine");

    assertThatThrownBy(() -> MeasuredEngine.in(folder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("choose a new folder");
    assertThat(key).hasContent("mine");
  }

  @Test
  void soDoWhatLoadsTheSearchAndWhatMeasuresTheLog() throws IOException {
    Path key = Files.writeString(folder.resolve("master.key"), "mine");

    assertThat(SearchLoad.run(System.out, System.err, "--work", folder.toString())).isEqualTo(2);
    assertThat(ChainBench.run("bench-log", "--antar.work=" + folder)).isEqualTo(2);
    assertThat(ChainBench.run("bench-log")).isEqualTo(2);
    assertThat(key).hasContent("mine");
    assertThat(folder).isDirectoryNotContaining(it -> !it.equals(key));
  }
}
