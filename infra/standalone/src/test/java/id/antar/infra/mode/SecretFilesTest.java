package id.antar.infra.mode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretFilesTest {
  @TempDir Path folder;

  private String file(String content) throws IOException {
    return Files.writeString(folder.resolve("secret"), content).toString();
  }

  @Test
  void aSecretComesFromTheFileThatTheEnvironmentNames() throws IOException {
    Map<String, Object> environment =
        Map.of("ANTAR_MASTER_KEY_FILE", file(" abc\n"), "PATH", "/bin", "ANTAR_HOME", "x");

    assertThat(SecretFiles.read(environment)).isEqualTo(Map.of("ANTAR_MASTER_KEY", "abc"));
  }

  @Test
  void settingsThatAreFilesThemselvesAreLeftAlone() {
    assertThat(
            SecretFiles.read(
                Map.of(
                    "ANTAR_GATEWAY_KEY_FILE", "token-key.json", "ANTAR_MAP_FILE", "town.osm.pbf")))
        .isEmpty();
  }

  @Test
  void theSameSecretTwiceIsRefused() throws IOException {
    String file = file("abc");

    assertThatThrownBy(() ->
            SecretFiles.read(Map.of("ANTAR_MYSQL_URL_FILE", file, "ANTAR_MYSQL_URL", "mysql://…")))
        .hasMessage("ANTAR_MYSQL_URL and ANTAR_MYSQL_URL_FILE are both given.");
  }

  @Test
  void aFileThatIsNotThereIsSaidToBeSo() {
    assertThatThrownBy(() -> SecretFiles.read(Map.of("ANTAR_MASTER_KEY_FILE", "/nowhere")))
        .hasMessageContaining("ANTAR_MASTER_KEY_FILE")
        .hasMessageContaining("/nowhere");
  }
}
