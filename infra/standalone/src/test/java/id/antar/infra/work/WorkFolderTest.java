package id.antar.infra.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.antar.infra.work.EngineFile.Engine;
import id.antar.infra.work.WorkFolder.WorkFolderInUse;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkFolderTest {
  @TempDir Path folder;

  @Test
  void oneEngineAtATimeHasIt() {
    try (WorkFolder first = WorkFolder.at(folder)) {
      first.takeLock();
      try (WorkFolder second = WorkFolder.at(folder)) {
        assertThatThrownBy(second::takeLock)
            .isInstanceOf(WorkFolderInUse.class)
            .hasMessageContaining("Another engine is running in " + folder);
      }
    }
    try (WorkFolder next = WorkFolder.at(folder)) {
      next.takeLock();
    }
  }

  @Test
  void secretsAreReadableByTheirOwnerAlone() throws IOException {
    WorkFolder work = WorkFolder.at(folder);

    work.writeSecret("key", "secret");

    assertThat(work.find("key")).isEqualTo("secret");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("key"))))
        .isEqualTo("rw-------");
  }

  @Test
  void itsNameStays() {
    assertThat(WorkFolder.at(folder).id()).isEqualTo(WorkFolder.at(folder).id());
  }

  @Test
  void theFileOfAnEngineThatIsGoneTellsOfNone() {
    WorkFolder work = WorkFolder.at(folder);
    EngineFile file = EngineFile.at(work);
    URI url = URI.create("http://localhost:1");
    long self = ProcessHandle.current().pid();

    Instant now = Clock.systemUTC().instant();
    file.write(new Engine(self, 1, url, "1", now));
    assertThat(file.find()).isPresent();

    file.write(new Engine(Long.MAX_VALUE, 1, url, "1", now));
    assertThat(file.find()).isEmpty();
  }

  @Test
  void norDoesOneWhoseProcessIdHasGoneToAYoungerProcess() {
    EngineFile file = EngineFile.at(WorkFolder.at(folder));
    long self = ProcessHandle.current().pid();

    file.write(new Engine(self, 1, URI.create("http://localhost:1"), "1", Instant.EPOCH));

    assertThat(file.find()).isEmpty();
  }
}
