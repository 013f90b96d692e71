package id.antar.infra.cluster;

import java.security.GeneralSecurityException;
import java.security.Key;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.jgroups.Message;
import org.jgroups.conf.ClassConfigurator;
import org.jgroups.protocols.EncryptHeader;
import org.jgroups.protocols.SYM_ENCRYPT;

/// Encrypts what goes between processes so that nobody without the key can read, change or add to
/// it: AES-GCM, which JGroups' own protocol cannot be set to, as it hands the cipher another kind
/// of parameters.
final class SealedTraffic extends SYM_ENCRYPT {
  private static final String ALGORITHM = "AES/GCM/NoPadding";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  /// By which the processes recognise the protocol; JGroups leaves those from 1024 on to others.
  private static final short ID = 1901;

  static {
    ClassConfigurator.addProtocol(ID, SealedTraffic.class);
  }

  SealedTraffic(SecretKey key) {
    setSecretKey(key);
    symAlgorithm(ALGORITHM);
    symIvLength(NONCE_BYTES);
  }

  @Override
  protected byte[] code(byte[] text, int offset, int length, byte[] nonce, boolean decode)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(ALGORITHM);
    cipher.init(
        decode ? Cipher.DECRYPT_MODE : Cipher.ENCRYPT_MODE,
        secretKey(),
        new GCMParameterSpec(TAG_BITS, nonce));
    return cipher.doFinal(text, offset, length);
  }

  /// Always by [#code], also within a batch, for which JGroups has a cipher at hand.
  @Override
  protected Message _decrypt(Cipher cipher, Key key, Message message, EncryptHeader header)
      throws Exception {
    return super._decrypt(null, key, message, header);
  }
}
