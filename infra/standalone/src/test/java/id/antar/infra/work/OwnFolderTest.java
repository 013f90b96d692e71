package id.antar.infra.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.antar.infra.work.WorkFolder.WorkFolderInUse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnFolderTest {

  @TempDir Path folder;

  @Test
  void aFolderThatIsNotThereIsMadeAndUsedAgain() throws IOException {
    Path path = folder.resolve("new");
    OwnFolder made = OwnFolder.at(path);
    Files.writeString(path.resolve("data"), "much");

    assertThat(OwnFolder.at(path)).isEqualTo(made);
    made.delete();
    assertThat(path).doesNotExist();
  }

  @Test
  void whatSomebodyElseKeepsIsNotTouched() throws IOException {
    Files.writeString(folder.resolve("tokens.json"), "{}");

    assertThatThrownBy(() -> OwnFolder.at(folder)).isInstanceOf(IllegalArgumentException.class);
    assertThat(folder.resolve("tokens.json")).exists();
  }

  @Test
  void norDeletedUnderAnEngine() throws IOException {
    OwnFolder made = OwnFolder.at(folder.resolve("new"));
    try (WorkFolder engine = WorkFolder.at(made.path())) {
      engine.takeLock();

      assertThatThrownBy(made::delete).isInstanceOf(WorkFolderInUse.class);
    }
    assertThat(made.path()).exists();
  }

  @Test
  void itsEngineHasServersOfItsOwn() throws IOException {
    assertThat(OwnFolder.at(folder.resolve("new")).engine())
        .contains("--antar.mysql.url=", "--antar.elasticsearch.url=");
  }
}
