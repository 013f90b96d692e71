package id.antar.gateway.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.antar.api.account.Fingerprints;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// By a key that everybody knows.
public final class TestFingerprints implements Fingerprints {

  @Override
  public String of(String purpose, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec("test".getBytes(UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal((purpose + "\0" + text).getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
