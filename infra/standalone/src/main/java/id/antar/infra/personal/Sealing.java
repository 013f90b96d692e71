package id.antar.infra.personal;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.antar.api.person.PersonId;
import java.nio.ByteBuffer;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/// Turns bytes into a text that only the person's key can open, only where it was sealed, and back.
///
/// Form: one byte of version, eight of the key's id, then nonce, ciphertext and tag; in base64. The
/// ciphertext begins with the time of sealing, in milliseconds. Version, key, person and place are
/// bound to it. Version 1 has no time and is bound to the person alone; it is read and not written.
final class Sealing {
  private static final byte UNPLACED = 1;
  private static final byte PLACED = 2;
  private static final int HEAD_BYTES = 1 + Long.BYTES;

  private final PersonKeys keys;
  private final InstantSource clock;

  Sealing(PersonKeys keys, InstantSource clock) {
    this.keys = keys;
    this.clock = clock;
  }

  /// Empty once the person is forgotten: then nothing is sealed any more.
  Optional<String> seal(PersonId person, String place, byte[] clear) {
    return keys.keyOf(person) instanceof Keyed.Held(PersonKey key)
        ? Optional.of(seal(key, person, place, clear))
        : Optional.empty();
  }

  private String seal(PersonKey key, PersonId person, String place, byte[] clear) {
    byte[] head = ByteBuffer.allocate(HEAD_BYTES).put(PLACED).putLong(key.id()).array();
    byte[] dated =
        ByteBuffer.allocate(Long.BYTES + clear.length).putLong(clock.millis()).put(clear).array();
    byte[] sealed = AesGcm.seal(key.key(), context(head, person, place), dated);
    byte[] whole = ByteBuffer.allocate(HEAD_BYTES + sealed.length).put(head).put(sealed).array();
    return Base64.getEncoder().withoutPadding().encodeToString(whole);
  }

  /// Empty once the key it was sealed with is dropped.
  Optional<byte[]> open(PersonId person, String place, String text) {
    byte[] whole = Base64.getDecoder().decode(text);
    return switch (whole[0]) {
      case UNPLACED -> openUnplaced(person, whole);
      case PLACED -> openPlaced(person, place, whole);
      default -> throw new SealBroken(person, place, "version " + whole[0] + " is unknown.");
    };
  }

  private Optional<byte[]> openUnplaced(PersonId person, byte[] whole) {
    long keyId = ByteBuffer.wrap(whole, 1, Long.BYTES).getLong();
    return keys.find(person) instanceof Keyed.Held(PersonKey key) && key.id() == keyId
        ? Optional.of(AesGcm.open(key.key(), person.value().getBytes(UTF_8), body(whole)))
        : Optional.empty();
  }

  private Optional<byte[]> openPlaced(PersonId person, String place, byte[] whole) {
    return switch (keys.find(person)) {
      case Keyed.Forgotten _ -> Optional.empty();
      case Keyed.Unknown _ -> throw new SealBroken(person, place, "there is no key.");
      case Keyed.Held(PersonKey key) -> Optional.of(openPlaced(key, person, place, whole));
    };
  }

  private static byte[] openPlaced(PersonKey key, PersonId person, String place, byte[] whole) {
    byte[] head = Arrays.copyOf(whole, HEAD_BYTES);
    if (ByteBuffer.wrap(head, 1, Long.BYTES).getLong() != key.id()) {
      throw new SealBroken(person, place, "it was sealed with another key.");
    }
    try {
      byte[] dated = AesGcm.open(key.key(), context(head, person, place), body(whole));
      return Arrays.copyOfRange(dated, Long.BYTES, dated.length);
    } catch (IllegalStateException _) {
      throw new SealBroken(person, place, "it was changed, or sealed elsewhere.");
    }
  }

  private static byte[] body(byte[] whole) {
    return Arrays.copyOfRange(whole, HEAD_BYTES, whole.length);
  }

  /// Neither a person's id nor a place has a zero in it.
  private static byte[] context(byte[] head, PersonId person, String place) {
    byte[] words = (person.value() + '\0' + place).getBytes(UTF_8);
    return ByteBuffer.allocate(head.length + words.length).put(head).put(words).array();
  }
}
