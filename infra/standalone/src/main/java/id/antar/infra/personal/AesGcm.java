package id.antar.infra.personal;

import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/// AES in Galois/Counter Mode with a random 96-bit nonce in front of what it seals.
public final class AesGcm {
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  /// The one that is asked first, without looking through all of them for each field.
  private static final Provider PROVIDER = provider();

  private AesGcm() {}

  /// @param context bound to the result: opening needs the same
  public static byte[] seal(SecretKey key, byte[] context, byte[] clear) {
    var nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    try {
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, key, nonce, context);
      byte[] sealed = Arrays.copyOf(nonce, NONCE_BYTES + cipher.getOutputSize(clear.length));
      cipher.doFinal(clear, 0, clear.length, sealed, NONCE_BYTES);
      return sealed;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Cannot encrypt.", e);
    }
  }

  public static byte[] open(SecretKey key, byte[] context, byte[] sealed) {
    if (sealed.length < NONCE_BYTES) {
      throw new DoesNotOpen("Cannot decrypt. There are %d bytes only.".formatted(sealed.length));
    }
    try {
      byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
      return cipher(Cipher.DECRYPT_MODE, key, nonce, context)
          .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
    } catch (GeneralSecurityException e) {
      throw new DoesNotOpen(
          "Cannot decrypt. Maybe the key is another one, or the data was changed.", e);
    }
  }

  private static Provider provider() {
    try {
      return Cipher.getInstance("AES/GCM/NoPadding").getProvider();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no AES/GCM.", e);
    }
  }

  private static Cipher cipher(int mode, SecretKey key, byte[] nonce, byte[] context)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding", PROVIDER);
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(context);
    return cipher;
  }
}
