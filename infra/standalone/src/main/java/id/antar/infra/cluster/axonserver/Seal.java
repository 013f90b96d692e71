package id.antar.infra.cluster.axonserver;

import id.antar.infra.personal.AesGcm;
import id.antar.infra.personal.DoesNotOpen;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/// Closes bytes so that nobody without the key can read, change or make them. In front are 16
/// random bytes, of which and the key each has a key of its own, so that there may be any number of
/// them.
final class Seal {
  private static final String KEYED = "HmacSHA256";
  private static final int SALT_BYTES = 16;

  private static final SecureRandom RANDOM = new SecureRandom();

  private final SecretKey key;

  Seal(byte[] key) {
    this.key = new SecretKeySpec(key, KEYED);
  }

  /// @param context bound to the result: opening needs the same
  byte[] close(byte[] context, byte[] clear) {
    var salt = new byte[SALT_BYTES];
    RANDOM.nextBytes(salt);
    byte[] closed = AesGcm.seal(keyBy(salt), context, clear);
    return ByteBuffer.allocate(SALT_BYTES + closed.length).put(salt).put(closed).array();
  }

  byte[] open(byte[] context, byte[] closed) {
    int saltBytes = Math.min(SALT_BYTES, closed.length);
    try {
      return AesGcm.open(
          keyBy(Arrays.copyOf(closed, saltBytes)),
          context,
          Arrays.copyOfRange(closed, saltBytes, closed.length));
    } catch (DoesNotOpen e) {
      throw new IllegalArgumentException(
          "Cannot decrypt. Maybe the account key of another process is another one.", e);
    }
  }

  private SecretKey keyBy(byte[] salt) {
    try {
      Mac mac = Mac.getInstance(KEYED);
      mac.init(key);
      return new SecretKeySpec(mac.doFinal(salt), "AES");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Cannot derive a key.", e);
    }
  }
}
