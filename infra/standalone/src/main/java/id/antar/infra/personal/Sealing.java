package id.antar.infra.personal;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.antar.api.person.PersonId;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/// Turns bytes into a text that only the person's key can open, and back.
///
/// Form: one byte of version, eight of the key's id, then nonce, ciphertext and tag; in base64. The
/// person's id is bound to it, so that a sealed value moved to another person does not open.
final class Sealing {
  private static final byte VERSION = 1;
  private static final int HEAD_BYTES = 1 + Long.BYTES;

  private final PersonKeys keys;

  Sealing(PersonKeys keys) {
    this.keys = keys;
  }

  String seal(PersonId person, byte[] clear) {
    PersonKey key = keys.keyOf(person);
    byte[] sealed = AesGcm.seal(key.key(), context(person), clear);
    ByteBuffer whole =
        ByteBuffer.allocate(HEAD_BYTES + sealed.length).put(VERSION).putLong(key.id()).put(sealed);
    return Base64.getEncoder().withoutPadding().encodeToString(whole.array());
  }

  /// Empty once the key it was sealed with is dropped.
  Optional<byte[]> open(PersonId person, String text) {
    byte[] whole = Base64.getDecoder().decode(text);
    ByteBuffer head = ByteBuffer.wrap(whole);
    if (head.get() != VERSION) {
      throw new IllegalArgumentException(
          "The data of " + person + " is sealed in version " + whole[0] + ", which is unknown.");
    }
    long keyId = head.getLong();
    return keys.find(person)
        .filter(key -> key.id() == keyId)
        .map(key ->
            AesGcm.open(
                key.key(), context(person), Arrays.copyOfRange(whole, HEAD_BYTES, whole.length)));
  }

  private static byte[] context(PersonId person) {
    return person.value().getBytes(UTF_8);
  }
}
