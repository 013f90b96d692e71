package id.antar.infra.cli;

/// What an engine is asked to do.
///
/// @param what in words, for the person who waits
record OpsRequest(String what, String path, String body) {
  static OpsRequest rebuild(boolean verifyOnly) {
    return new OpsRequest(
        verifyOnly
            ? "Building all projections anew and comparing them with the live ones"
            : "Building all projections anew",
        "/v1/ops/rebuild",
        "{\"verifyOnly\":" + verifyOnly + "}");
  }

  static OpsRequest rotateKeys() {
    return new OpsRequest(
        "Wrapping every person's key by a new master key", "/v1/ops/keys/rotate", "{}");
  }

  static OpsRequest verifyDecisions() {
    return new OpsRequest(
        "Planning every recorded decision again and comparing", "/v1/ops/decisions/verify", "{}");
  }
}
