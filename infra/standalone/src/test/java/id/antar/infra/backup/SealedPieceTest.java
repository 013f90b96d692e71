package id.antar.infra.backup;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SealedPieceTest {
  private static final BackupKey KEY = key();
  private static final int HEADER = SealedChunks.MAGIC.length + SealedChunks.SALT_BYTES;
  private static final int CHUNK = 5 + SealedChunks.CHUNK_BYTES + SealedChunks.TAG_BYTES;
  private static final byte[] CLEAR = new byte[2 * SealedChunks.CHUNK_BYTES + 1000];

  static {
    new Random(1).nextBytes(CLEAR);
  }

  static BackupKey key() {
    var bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    return BackupKey.decode("test", Base64.getEncoder().encodeToString(bytes));
  }

  private static byte[] sealed(byte[] clear) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var sealing = new SealedOutput(out, KEY, "backup", "log")) {
      sealing.write(clear);
    }
    return out.toByteArray();
  }

  private static byte[] opened(byte[] sealed) throws IOException {
    return opened(sealed, KEY, "backup", "log");
  }

  private static byte[] opened(byte[] sealed, BackupKey key, String backup, String piece)
      throws IOException {
    try (var in = new SealedInput(new ByteArrayInputStream(sealed), key, backup, piece)) {
      return in.readAllBytes();
    }
  }

  @Test
  void whatWasSealedIsOpened() throws IOException {
    assertThat(opened(sealed(CLEAR))).isEqualTo(CLEAR);
    assertThat(opened(sealed(new byte[0]))).isEmpty();
    byte[] oneChunk = Arrays.copyOf(CLEAR, SealedChunks.CHUNK_BYTES);
    assertThat(opened(sealed(oneChunk))).isEqualTo(oneChunk);
  }

  @Test
  void nothingOfItIsInTheClear() throws IOException {
    byte[] text = "Quillfeather".repeat(1000).getBytes(UTF_8);

    assertThat(new String(sealed(text), ISO_8859_1)).doesNotContain("Quillfeather");
  }

  @Test
  void everyChangedByteIsFound() throws IOException {
    byte[] sealed = sealed(Arrays.copyOf(CLEAR, 300));
    for (int at = 0; at < sealed.length; at++) {
      byte[] changed = sealed.clone();
      changed[at] ^= 1;
      assertThatThrownBy(() -> opened(changed)).isInstanceOf(BackupBroken.class);
    }
  }

  @Test
  void aPieceThatIsCutOffAnywhereIsFound() throws IOException {
    byte[] sealed = sealed(CLEAR);
    for (int end : new int[] {0, HEADER, HEADER + 3, HEADER + CHUNK, HEADER + 2 * CHUNK, -1}) {
      byte[] cut = Arrays.copyOf(sealed, end < 0 ? sealed.length - 1 : end);
      assertThatThrownBy(() -> opened(cut)).isInstanceOf(BackupBroken.class);
    }
    assertThatThrownBy(() -> opened(Arrays.copyOf(sealed, sealed.length + 1)))
        .isInstanceOf(BackupBroken.class)
        .hasMessageContaining("behind its end");
  }

  /// Even one of which the length and the mark of the last chunk are right.
  @Test
  void chunksThatChangedPlacesOrWereLeftOutAreFound() throws IOException {
    byte[] sealed = sealed(CLEAR);
    byte[] first = Arrays.copyOfRange(sealed, HEADER, HEADER + CHUNK);
    byte[] second = Arrays.copyOfRange(sealed, HEADER + CHUNK, HEADER + 2 * CHUNK);
    byte[] rest = Arrays.copyOfRange(sealed, HEADER + 2 * CHUNK, sealed.length);
    byte[] header = Arrays.copyOf(sealed, HEADER);

    assertThat(opened(joined(header, first, second, rest))).isEqualTo(CLEAR);
    assertThatThrownBy(() -> opened(joined(header, second, first, rest)))
        .isInstanceOf(BackupBroken.class);
    assertThatThrownBy(() -> opened(joined(header, first, rest))).isInstanceOf(BackupBroken.class);
    byte[] endsEarly = joined(header, first);
    endsEarly[HEADER + 4] = 1;
    assertThatThrownBy(() -> opened(endsEarly)).isInstanceOf(BackupBroken.class);
  }

  private static byte[] joined(byte[]... parts) {
    var all = ByteBuffer.allocate(Arrays.stream(parts).mapToInt(it -> it.length).sum());
    Arrays.stream(parts).forEach(all::put);
    return all.array();
  }

  @Test
  void itOpensWithItsKeyUnderItsNamesOnly() throws IOException {
    byte[] sealed = sealed(CLEAR);

    assertThatThrownBy(() -> opened(sealed, key(), "backup", "log"))
        .isInstanceOf(BackupBroken.class);
    assertThatThrownBy(() -> opened(sealed, KEY, "other", "log")).isInstanceOf(BackupBroken.class);
    assertThatThrownBy(() -> opened(sealed, KEY, "backup", "state"))
        .isInstanceOf(BackupBroken.class);
  }

  @Test
  void aKeyThatCouldBeGuessedIsRefused() {
    String words =
        Base64.getEncoder().encodeToString("correct horse battery staple 123".getBytes(UTF_8));

    assertThatThrownBy(() -> BackupKey.decode("it", words))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> BackupKey.decode("it", "AAAA"))
        .hasMessageContaining("not 32 random bytes");
    assertThatThrownBy(() -> BackupKey.decode("it", "not base64!"))
        .hasMessageContaining("not in base64");
  }
}
