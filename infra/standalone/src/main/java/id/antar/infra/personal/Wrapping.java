package id.antar.infra.personal;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.antar.api.person.PersonId;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import javax.crypto.spec.SecretKeySpec;

/// Wraps persons' keys by the current master key and unwraps them by whichever it was.
final class Wrapping {
  private static final int KEY_BYTES = 32;

  private final MasterKeys masters;
  private final SecureRandom random = new SecureRandom();

  Wrapping(MasterKeys masters) {
    this.masters = masters;
  }

  /// @param master thumbprint; empty where it was not written down
  record Wrapped(byte[] bytes, String master) {}

  Wrapped fresh(PersonId person, MasterKey master) {
    var clear = new byte[Long.BYTES + KEY_BYTES];
    random.nextBytes(clear);
    return wrap(person, clear, master);
  }

  Wrapped again(PersonId person, Wrapped wrapped, MasterKey master) {
    return wrap(person, open(person, wrapped), master);
  }

  PersonKey unwrap(PersonId person, Wrapped wrapped) {
    byte[] clear = open(person, wrapped);
    return new PersonKey(
        ByteBuffer.wrap(clear).getLong(),
        new SecretKeySpec(Arrays.copyOfRange(clear, Long.BYTES, clear.length), "AES"));
  }

  private static Wrapped wrap(PersonId person, byte[] clear, MasterKey master) {
    return new Wrapped(AesGcm.seal(master.key(), context(person), clear), master.thumbprint());
  }

  private byte[] open(PersonId person, Wrapped wrapped) {
    List<MasterKey> candidates =
        wrapped.master().isEmpty()
            ? masters.all()
            : masters.find(wrapped.master()).stream().toList();
    for (MasterKey master : candidates) {
      try {
        return AesGcm.open(master.key(), context(person), wrapped.bytes());
      } catch (IllegalStateException _) {
        continue;
      }
    }
    throw new DoesNotOpen(
        "No master key here opens the personal keys in this database that are wrapped by %s. It is in master.key of the work folder that made them, or was given in %s; an earlier one belongs into %s."
            .formatted(
                wrapped.master().isEmpty() ? "another" : wrapped.master(),
                GivenKeys.CURRENT,
                GivenKeys.PREVIOUS));
  }

  private static byte[] context(PersonId person) {
    return person.value().getBytes(UTF_8);
  }
}
