package id.antar.infra.backup;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/// The form of a piece on disk: [#MAGIC], a salt of 32 bytes, and chunks, each as its length (4
/// bytes), 1 if it is the last one and else 0, and AES-256-GCM of up to a mebibyte. A chunk's nonce
/// is its number, and the file has a key of its own: a chunk that was left out, put elsewhere or
/// cut off does not open.
final class SealedChunks {
  static final byte[] MAGIC = "antar backup 1\n".getBytes(US_ASCII);
  static final int SALT_BYTES = 32;
  static final int CHUNK_BYTES = 1 << 20;
  static final int TAG_BYTES = 16;

  private final SecretKey key;
  private final int mode;
  private long number;

  /// @param mode of [Cipher]
  SealedChunks(SecretKey key, int mode) {
    this.key = key;
    this.mode = mode;
  }

  /// The next one.
  byte[] next(byte[] bytes, int length, boolean last) throws GeneralSecurityException {
    byte[] nonce = ByteBuffer.allocate(12).putInt(0).putLong(number++).array();
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(8 * TAG_BYTES, nonce));
    cipher.updateAAD(new byte[] {(byte) (last ? 1 : 0)});
    return cipher.doFinal(bytes, 0, length);
  }
}
