package id.antar.gateway.identity.key;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// A key pair of the ring. It signs until the next one does.
record RingKey(ECKey pair, Instant signsFrom) {

  static RingKey fresh(Instant signsFrom) {
    try {
      ECKey pair =
          new ECKeyGenerator(Curve.P_256)
              .keyUse(KeyUse.SIGNATURE)
              .keyIDFromThumbprint(true)
              .generate();
      return new RingKey(pair, signsFrom);
    } catch (JOSEException e) {
      throw new IllegalStateException("This Java platform cannot make P-256 keys.", e);
    }
  }

  /// With a new one, and without those that nothing good can be signed with any more.
  static List<RingKey> and(List<RingKey> keys, Instant from, Instant now) {
    List<RingKey> all = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      Instant until = i + 1 < keys.size() ? keys.get(i + 1).signsFrom() : Instant.MAX;
      if (until.equals(Instant.MAX) || until.plus(KeyRing.LONGEST_TOKEN).isAfter(now)) {
        all.add(keys.get(i));
      }
    }
    all.add(fresh(from));
    return all;
  }

  @Override
  public String toString() {
    return "RingKey[" + pair.getKeyID() + " from " + signsFrom + "]";
  }
}
