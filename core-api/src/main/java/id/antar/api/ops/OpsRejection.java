package id.antar.api.ops;

import id.antar.api.message.Rejection;

/// Why something that those who run the engine want is refused.
public sealed interface OpsRejection extends Rejection {

  record UnknownDeadLetter(String letterId) implements OpsRejection, NotFound {}

  @Override
  default String detail() {
    return switch (this) {
      case UnknownDeadLetter(var letterId) -> "There is no dead letter " + letterId + ".";
    };
  }
}
