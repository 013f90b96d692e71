package id.antar.gateway.identity;

import id.antar.gateway.edge.problem.Problem;
import java.time.Duration;

/// Why a caller is not known, said as RFC 6750 wants it and no more precisely than helps.
final class Unauthorized {

  private static final String HEADER = "WWW-Authenticate";

  private Unauthorized() {}

  static Problem noToken() {
    return Problem.of(
            401,
            "token-missing",
            "This needs a token or a key: Authorization: Bearer … or ApiKey …")
        .withHeader(HEADER, "Bearer realm=\"antar\"");
  }

  static Problem expired() {
    return invalid("token-expired", "The token has expired.");
  }

  static Problem ended() {
    return invalid("session-ended", "The session of this token was ended. Sign in again.");
  }

  /// Sessions that were ended elsewhere are still being read.
  static Problem notYetKnown() {
    return Problem.of(503, "unavailable", "The engine has just started. Try again in a moment.")
        .retryAfter(Duration.ofSeconds(1));
  }

  static Problem forged() {
    return invalid("token-invalid", "The token is not valid here.");
  }

  static Problem badKey() {
    return keyProblem("key-invalid", "The API key is not valid here.");
  }

  static Problem expiredKey() {
    return keyProblem("key-expired", "The API key has expired.");
  }

  private static Problem keyProblem(String code, String detail) {
    return Problem.of(401, code, detail).withHeader(HEADER, "ApiKey realm=\"antar\"");
  }

  private static Problem invalid(String code, String detail) {
    return Problem.of(401, code, detail)
        .withHeader(HEADER, "Bearer realm=\"antar\", error=\"invalid_token\"");
  }
}
