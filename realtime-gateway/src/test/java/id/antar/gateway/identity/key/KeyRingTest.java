package id.antar.gateway.identity.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.ECKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyRingTest {

  private static final Duration AGE = Duration.ofDays(90);

  @TempDir Path folder;

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-21T12:00:00Z"));

  private KeyRing ring() {
    return new KeyRing(file(), now::get, AGE, Runnable::run);
  }

  private Path file() {
    return folder.resolve("keys/token-key.json");
  }

  private void later(Duration wait) {
    now.set(now.get().plus(wait));
  }

  @Test
  void aKeyIsMadeOnceAndForItsOwnerAlone() throws IOException {
    ECKey first = ring().signing();

    assertThat(ring().signing()).isEqualTo(first);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
  }

  @Test
  void aNewKeyIsShownBeforeItSignsAndTheOldOneAfterwards() {
    KeyRing one = ring();
    KeyRing other = ring();
    ECKey old = one.signing();

    KeyRing.rotate(file(), now::get);
    later(Duration.ofSeconds(6));
    assertThat(one.signing()).isEqualTo(old);
    assertThat(other.open().getKeys()).hasSize(2);

    later(KeyRing.NOTICE);
    ECKey fresh = one.signing();
    assertThat(fresh).isNotEqualTo(old);
    assertThat(other.signing()).isEqualTo(fresh);
    assertThat(one.open().getKeyByKeyId(old.getKeyID())).isNotNull();
  }

  @Test
  void anOldKeyIsForgottenWhenNothingThatItSignedCanBeGood() {
    KeyRing ring = ring();
    String old = ring.signing().getKeyID();
    KeyRing.rotate(file(), now::get);
    later(KeyRing.LONGEST_TOKEN.plus(Duration.ofHours(1)));
    KeyRing.rotate(file(), now::get);
    later(Duration.ofSeconds(6));
    var _ = ring.open();

    assertThat(ring.open().getKeyByKeyId(old)).isNull();
    assertThat(ring.open().getKeys()).hasSize(2);
  }

  @Test
  void aKeyIsFollowedByAnotherWhenItIsOldOnceForAllGateways() {
    KeyRing one = ring();
    KeyRing other = ring();
    later(AGE);
    var _ = one.open();
    var _ = other.open();

    assertThat(one.open().getKeys()).hasSize(2);
    assertThat(ring().open().getKeys()).hasSize(2);
  }

  @Test
  void theFileOfAnEarlierVersionIsARingOfOne() throws IOException {
    ECKey key = RingKey.fresh(now.get()).pair();
    Files.createDirectories(file().getParent());
    Files.writeString(file(), key.toJSONString());

    assertThat(ring().signing()).isEqualTo(key);
    KeyRing.rotate(file(), now::get);
    assertThat(ring().open().getKeys()).hasSize(2);
  }

  @Test
  void aBrokenFileIsNotReplaced() throws IOException {
    Files.createDirectories(file().getParent());
    for (String text : new String[] {"{}", "", "[]", "{\"keys\":[]}", "{\"keys\":[{}]}"}) {
      Files.writeString(file(), text);

      assertThatThrownBy(this::ring)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining(file().toString());
      assertThat(file()).hasContent(text);
    }
  }

  @Test
  void onlyPublicPartsAreShown() {
    KeyRing ring = ring();

    assertThat(ring.open().toString()).doesNotContain("\"d\"");
    assertThat(ring.toString()).doesNotContain(ring.signing().getD().toString());
    assertThat(RingKey.fresh(now.get()).toString()).doesNotContain("\"d\"");
  }
}
