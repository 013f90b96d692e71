package id.antar.infra.chain;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.antar.api.hash.Sha256;
import id.antar.infra.work.WorkFolder;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/// The key by which this engine signs checkpoints: given, or made and kept in the work folder where
/// its owner alone can read it. Its public half lies beside it.
public final class SigningKey {
  static final String FILE = "log-signing.key";
  private static final String ALGORITHM = "Ed25519";
  private static final int ID_CHARACTERS = 16;

  private final PrivateKey secret;
  private final PublicKey open;

  private SigningKey(PrivateKey secret, PublicKey open) {
    this.secret = secret;
    this.open = open;
  }

  /// @param given both halves as [#encoded()], blank if the engine is to keep its own
  public static SigningKey load(String given, WorkFolder work) {
    if (!given.isBlank()) {
      return decode("antar.log.signing-key", given);
    }
    String known = work.find(FILE);
    if (known != null) {
      return decode(FILE, known);
    }
    SigningKey fresh = random();
    work.writeSecret(FILE, fresh.encoded() + "\n");
    return fresh;
  }

  static SigningKey random() {
    try {
      KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
      return new SigningKey(pair.getPrivate(), pair.getPublic());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform from 15 on has Ed25519.", e);
    }
  }

  /// The secret half as PKCS 8 and the open one as X.509, each in base64, with a dot between them.
  public String encoded() {
    return base64(secret.getEncoded()) + "." + base64(open.getEncoded());
  }

  private static SigningKey decode(String where, String text) {
    String[] halves = text.strip().split("\\.", -1);
    try {
      byte[] secret = Base64.getDecoder().decode(halves[0]);
      var key =
          new SigningKey(
              KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(secret)),
              publicKey(halves[halves.length - 1]));
      key.requireThatHalvesFit(where);
      return key;
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IllegalStateException("The key in " + where + " is not one that signs the log.", e);
    }
  }

  private void requireThatHalvesFit(String where) throws GeneralSecurityException {
    if (!verifies(open, where, sign(where))) {
      throw new GeneralSecurityException("Its halves do not belong together.");
    }
  }

  static PublicKey publicKey(String base64) throws GeneralSecurityException {
    return KeyFactory.getInstance(ALGORITHM)
        .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(base64)));
  }

  static String idOf(PublicKey key) {
    return Sha256.hex(key.getEncoded()).substring(0, ID_CHARACTERS);
  }

  String id() {
    return idOf(open);
  }

  /// X.509 in base64.
  String publicKey() {
    return base64(open.getEncoded());
  }

  String sign(String text) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(secret);
      signature.update(text.getBytes(UTF_8));
      return base64(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The log cannot be signed.", e);
    }
  }

  static boolean verifies(PublicKey key, String text, String signature) {
    try {
      Signature verification = Signature.getInstance(ALGORITHM);
      verification.initVerify(key);
      verification.update(text.getBytes(UTF_8));
      return verification.verify(Base64.getDecoder().decode(signature));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return false;
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
