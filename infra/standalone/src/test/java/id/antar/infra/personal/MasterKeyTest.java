package id.antar.infra.personal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.antar.infra.work.WorkFolder;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;

class MasterKeyTest {
  private final MockEnvironment environment = new MockEnvironment();

  @TempDir private Path folder;

  private MasterKeys load() {
    return MasterKeys.load(GivenKeys.of(environment), WorkFolder.at(folder), () -> {});
  }

  private static void assertRefused(byte[] bytes, String why) {
    String text = Base64.getEncoder().encodeToString(bytes);
    assertThatThrownBy(() -> MasterKey.decode("HERE", text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("HERE")
        .hasMessageContaining(why)
        .hasMessageNotContaining(text);
  }

  @RepeatedTest(50)
  void aRandomKeyIsTakenAndComesBack() {
    MasterKey key = MasterKey.random();

    assertThat(MasterKey.decode("here", key.encoded())).isEqualTo(key);
    assertThat(key.toString()).doesNotContain(key.encoded()).contains(key.thumbprint());
  }

  @Test
  void whatCouldBeGuessedIsRefused() {
    var counting = new byte[32];
    IntStream.range(0, 32).forEach(i -> counting[i] = (byte) (i * 3));
    assertRefused(new byte[31], "31 bytes");
    assertRefused(new byte[32], "not random");
    assertRefused(counting, "not random");
    assertRefused("correct horse battery staple, ok".getBytes(UTF_8), "not random");
    assertThatThrownBy(() -> MasterKey.decode("HERE", "no base64!")).hasMessageContaining("HERE");
  }

  @Test
  void keysAreGivenByTheEnvironmentOrByFiles() throws Exception {
    MasterKey now = MasterKey.random();
    MasterKey before = MasterKey.random();
    Path file = Files.writeString(folder.resolve("key"), now.encoded() + "\n");
    environment.setProperty("ANTAR_MASTER_KEY_FILE", file.toString());
    environment.setProperty("ANTAR_MASTER_KEY_PREVIOUS", before.encoded());

    MasterKeys keys = load();

    assertThat(keys.current()).isEqualTo(now);
    assertThat(keys.find(before.thumbprint())).contains(before);
    assertThat(keys.areOurs()).isFalse();
  }

  @Test
  void aFormerKeyAloneIsRefused() {
    environment.setProperty("ANTAR_MASTER_KEY_PREVIOUS", MasterKey.random().encoded());

    assertThatThrownBy(() -> GivenKeys.of(environment)).hasMessageContaining("ANTAR_MASTER_KEY");
  }

  /// Else what is wrapped by it is lost with the process.
  @Test
  void aKeyThatCannotBeWrittenIsNotTheCurrentOne() throws Exception {
    MasterKeys keys = load();
    MasterKey old = keys.current();
    Files.createDirectories(folder.resolve("master.key.new").resolve("in the way"));

    assertThatThrownBy(() -> keys.makeCurrent(MasterKey.random()))
        .isInstanceOf(UncheckedIOException.class);
    assertThatThrownBy(keys::keep).isInstanceOf(UncheckedIOException.class);

    assertThat(keys.all()).containsExactly(old);
    assertThat(load().all()).containsExactly(old);
  }

  @Test
  void keysOfOurOwnAreKeptInTheFolder() {
    MasterKeys first = load();
    MasterKey old = first.current();
    MasterKey fresh = MasterKey.random();
    first.makeCurrent(fresh);

    MasterKeys next = load();
    assertThat(next.all()).containsExactly(fresh, old);

    next.dropFormer();
    assertThat(load().all()).containsExactly(fresh);
  }

  @Test
  void noKeyIsMadeWhereAnotherOneBelongs() {
    Runnable no =
        () -> {
          throw new IllegalStateException("There was another one.");
        };

    assertThatThrownBy(() -> MasterKeys.load(GivenKeys.of(environment), WorkFolder.at(folder), no))
        .hasMessage("There was another one.");
    assertThat(folder).isEmptyDirectory();
  }
}
