package id.antar.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {

  @TempDir Path folder;

  @Test
  void aKeyIsMadeOnceAndForItsOwnerAlone() throws IOException {
    Path path = folder.resolve("keys/token.json");

    var first = new KeyFile(path).loadOrCreate();
    var second = new KeyFile(path).loadOrCreate();

    assertThat(second).isEqualTo(first);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
        .isEqualTo("rw-------");
    try (var files = Files.list(folder.resolve("keys"))) {
      assertThat(files).containsExactly(path);
    }
  }

  @Test
  void aBrokenFileIsNotReplaced() throws IOException {
    Path path = folder.resolve("token.json");
    Files.writeString(path, "{}");

    assertThatThrownBy(() -> new KeyFile(path).loadOrCreate())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(path.toString());
  }

  @Test
  void aKeyDoesNotShowItself() {
    var key = new TokenKey(new KeyFile(folder.resolve("token.json")).loadOrCreate());

    assertThat(key.toString()).doesNotContain(key.pair().getD().toString());
  }
}
