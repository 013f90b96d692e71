package id.antar.api.hash;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class Sha256Test {

  /// The standard's own example.
  @Test
  void aTextHasOneHashHoweverItIsCut() {
    String hash = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    assertThat(Sha256.hex("abc")).isEqualTo(hash);
    assertThat(Sha256.hex(new byte[] {'a'}, new byte[] {'b', 'c'})).isEqualTo(hash);
  }
}
