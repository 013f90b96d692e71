package id.antar.gateway.identity.account;


import id.antar.api.account.AccountId;
import id.antar.api.account.Fingerprints;
import id.antar.api.account.SessionId;
import id.antar.api.hash.Sha256;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A refresh token: whose, of which session, the how many-th, and 256 bits that only its holder
/// has. Only their hash is stored.
///
/// A fingerprint makes sure that it was made here, so that somebody who knows a session's id cannot
/// end it by an old token that they made up. A token's successor follows from it by our key alone,
/// so that the same one can be given again though it is stored nowhere.
record RefreshToken(AccountId accountId, SessionId sessionId, int generation, String secret) {

  private static final int SECRET_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Pattern SHAPE =
      Pattern.compile(
          "rt\\.([A-Za-z0-9-]{1,64})\\.([A-Za-z0-9-]{1,64})\\.(0|[1-9][0-9]{0,7})"
              + "\\.([0-9a-f]{64})\\.([0-9a-f]{64})");

  static RefreshToken first(AccountId accountId, SessionId sessionId) {
    var secret = new byte[SECRET_BYTES];
    RANDOM.nextBytes(secret);
    return new RefreshToken(accountId, sessionId, 0, HexFormat.of().formatHex(secret));
  }

  /// Nothing if it was not made here.
  static Optional<RefreshToken> parse(String text, Fingerprints fingerprints) {
    Matcher parts = SHAPE.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    var token =
        new RefreshToken(
            new AccountId(parts.group(1)),
            new SessionId(parts.group(2)),
            Integer.parseInt(parts.group(3)),
            parts.group(4));
    return fingerprints.fits("refresh", token.content(), parts.group(5))
        ? Optional.of(token)
        : Optional.empty();
  }

  RefreshToken next(Fingerprints fingerprints) {
    String secretOfNext = fingerprints.of("refresh-next", content());
    return new RefreshToken(accountId, sessionId, generation + 1, secretOfNext);
  }

  String seal(Fingerprints fingerprints) {
    return "rt." + content() + "." + fingerprints.of("refresh", content());
  }

  String hash() {
    return Sha256.hex(secret);
  }

  private String content() {
    return accountId + "." + sessionId + "." + generation + "." + secret;
  }

  @Override
  public String toString() {
    return "RefreshToken[" + sessionId + " " + generation + "]";
  }
}
