package id.antar.infra.cluster.axonserver;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Closes bytes so that nobody without the key can read, change or make them: AES-GCM. In front are
/// 16 random bytes, of which and the key each has a key of its own, so that there may be any number
/// of them.
final class Seal {
  private static final String KEYED = "HmacSHA256";
  private static final int SALT_BYTES = 16;
  private static final int TAG_BITS = 128;

  /// A key is used once.
  private static final byte[] NONCE = new byte[12];

  private static final SecureRandom RANDOM = new SecureRandom();

  private final SecretKey key;

  Seal(byte[] key) {
    this.key = new SecretKeySpec(key, KEYED);
  }

  /// @param context bound to the result: opening needs the same
  byte[] close(byte[] context, byte[] clear) {
    var salt = new byte[SALT_BYTES];
    RANDOM.nextBytes(salt);
    try {
      byte[] closed = cipher(Cipher.ENCRYPT_MODE, salt, context).doFinal(clear);
      return ByteBuffer.allocate(SALT_BYTES + closed.length).put(salt).put(closed).array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Cannot encrypt.", e);
    }
  }

  byte[] open(byte[] context, byte[] closed) {
    try {
      int saltBytes = Math.min(SALT_BYTES, closed.length);
      return cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(closed, saltBytes), context)
          .doFinal(closed, saltBytes, closed.length - saltBytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException(
          "Cannot decrypt. Maybe the account key of another process is another one.", e);
    }
  }

  private Cipher cipher(int mode, byte[] salt, byte[] context) throws GeneralSecurityException {
    Mac mac = Mac.getInstance(KEYED);
    mac.init(key);
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        mode, new SecretKeySpec(mac.doFinal(salt), "AES"), new GCMParameterSpec(TAG_BITS, NONCE));
    cipher.updateAAD(context);
    return cipher;
  }
}
