package id.antar.gateway.identity;

import com.nimbusds.jose.jwk.ECKey;

/// The key pair of the tokens; never shows itself.
final class TokenKey {

  private final ECKey pair;

  TokenKey(ECKey pair) {
    this.pair = pair;
  }

  ECKey pair() {
    return pair;
  }
}
