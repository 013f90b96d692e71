package id.antar.infra.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.antar.api.ops.LogCheckpoint;
import id.antar.infra.work.WorkFolder;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeyTest {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00.125Z");

  @TempDir Path folder;

  private static LogCheckpoint checkpoint(SigningKey key, long number) {
    String hash = "0f".repeat(32);
    String text = LogCheckpoint.signed(number, 9, 8, hash, NOON);
    return new LogCheckpoint(number, 9, 8, hash, NOON, key.id(), key.sign(text));
  }

  @Test
  void theKeyOfAWorkFolderStaysTheSame() {
    var work = WorkFolder.at(folder);
    SigningKey made = SigningKey.load("", work);

    assertThat(SigningKey.load("", work).id()).isEqualTo(made.id());
    assertThat(SigningKey.load(made.encoded(), WorkFolder.at(folder.resolve("other"))).id())
        .isEqualTo(made.id());
  }

  @Test
  void halvesThatDoNotBelongTogetherAreRefused() {
    String one = SigningKey.random().encoded();
    String other = SigningKey.random().encoded();
    String mixed = one.substring(0, one.indexOf('.')) + other.substring(other.indexOf('.'));

    assertThatThrownBy(() -> SigningKey.load(mixed, WorkFolder.at(folder)))
        .hasMessageContaining("antar.log.signing-key")
        .hasMessageNotContaining(one.substring(20, 30));
  }

  @Test
  void formerKeysStayTrusted() {
    var work = WorkFolder.at(folder);
    SigningKey former = SigningKey.load("", work);
    var _ = TrustedKeys.load(former, work);
    TrustedKeys trusted = TrustedKeys.load(SigningKey.random(), work);

    assertThat(trusted.complaint(checkpoint(former, 1))).isEmpty();
    assertThat(trusted.complaint(checkpoint(SigningKey.random(), 1))).isPresent();
  }

  @Test
  void aFileKeepsCheckpointsAsTheyWere() {
    var file = new CheckpointFile(WorkFolder.at(folder));
    SigningKey key = SigningKey.random();
    assertThat(file.lastNumber()).isZero();

    file.append(List.of(checkpoint(key, 1), checkpoint(key, 2)));
    file.append(List.of(checkpoint(key, 3)));

    assertThat(file.lastNumber()).isEqualTo(3);
    assertThat(file.read()).startsWith(checkpoint(key, 1));
  }

  @Test
  void aLineThatWasCutOffIsNone() {
    var work = WorkFolder.at(folder);
    var file = new CheckpointFile(work);
    SigningKey key = SigningKey.random();
    work.write(CheckpointFile.NAME, CheckpointText.write(checkpoint(key, 1)).substring(0, 40));

    file.append(List.of(checkpoint(key, 2)));

    assertThat(file.read()).containsExactly(checkpoint(key, 2));
  }
}
