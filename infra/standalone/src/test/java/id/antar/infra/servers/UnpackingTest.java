package id.antar.infra.servers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnpackingTest {
  @TempDir Path folder;

  private Path archive(String... names) throws IOException {
    Path archive = folder.resolve("server-1.2.jar");
    try (var zip = new ZipOutputStream(Files.newOutputStream(archive))) {
      for (String name : names) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(name.getBytes(UTF_8));
        zip.closeEntry();
      }
    }
    return archive;
  }

  @Test
  void onlyTheWantedFolderIsUnpackedAndItsProgramsAreExecutable() throws IOException {
    Path archive = archive("README", "x/server-1.2/bin/run", "x/server-1.2/share/words");

    Path home = Unpacking.unpack(archive, "x/server-*/", folder.resolve("into"), _ -> {});

    assertThat(home).isEqualTo(folder.resolve("into/server-1.2"));
    assertThat(home.resolve("bin/run")).isExecutable();
    assertThat(home.resolve("share/words")).hasContent("x/server-1.2/share/words");
    assertThat(home.resolve("README")).doesNotExist();
  }

  @Test
  void isDoneOnce() throws IOException {
    Path archive = archive("server/bin/run");
    var times = new AtomicInteger();

    Unpacking.unpack(archive, "server/", folder.resolve("into"), _ -> times.incrementAndGet());
    Unpacking.unpack(archive, "server/", folder.resolve("into"), _ -> times.incrementAndGet());

    assertThat(times).hasValue(1);
  }

  @Test
  void whatAKilledRunOfTheSameProcessIdLeftIsInNobodysWay() throws IOException {
    Path archive = archive("server/bin/run");
    Path into = folder.resolve("into");
    Path left = into.resolve("server-1.2." + ProcessHandle.current().pid());
    Files.writeString(Files.createDirectories(left).resolve("half"), "half");

    Path home = Unpacking.unpack(archive, "server/", into, _ -> {});

    assertThat(home.resolve("bin/run")).isExecutable();
    assertThat(home.resolve("half")).doesNotExist();
    assertThat(left).doesNotExist();
  }

  @Test
  void anEntryThatLeadsOutOfTheFolderStopsIt() throws IOException {
    Path archive = archive("server/../../evil");

    assertThatThrownBy(() -> Unpacking.unpack(archive, "server/", folder.resolve("into"), _ -> {}))
        .isInstanceOf(UncheckedIOException.class)
        .hasRootCauseMessage("The entry ../../evil leads out of the folder.");
    assertThat(folder.resolve("into/server-1.2")).doesNotExist();
  }
}
