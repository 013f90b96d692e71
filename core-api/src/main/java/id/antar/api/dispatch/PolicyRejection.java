package id.antar.api.dispatch;

import id.antar.api.message.Rejection;

/// Why a zone's dispatch policy stays as it is.
public sealed interface PolicyRejection extends Rejection {

  /// @param shadowId the one that runs
  record AnotherShadow(ShadowId shadowId) implements PolicyRejection {}

  record NoShadow() implements PolicyRejection {}

  /// The candidate decides already.
  record AlreadyLive(String policyVersion) implements PolicyRejection {}

  @Override
  default String detail() {
    return switch (this) {
      case AnotherShadow(var shadowId) ->
          "Another candidate runs in the shadow now: %s.".formatted(shadowId);
      case NoShadow _ -> "No candidate runs in the shadow.";
      case AlreadyLive(var version) -> "The zone is dispatched by " + version + " already.";
    };
  }
}
