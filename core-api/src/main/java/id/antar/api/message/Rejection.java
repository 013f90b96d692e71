package id.antar.api.message;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A business "no". Each capability has a sealed family of them; clients see the [#code()], which
/// is the record's name in kebab case and therefore permanent.
public interface Rejection {

  /// One sentence for the person who reads it, with the values that matter.
  String detail();

  /// How the refusal relates to the request.
  default Kind kind() {
    return Kind.CONFLICT;
  }

  /// The request's field that is at fault, or an empty string if the rule concerns the whole.
  default String field() {
    return "";
  }

  /// How long to wait before it is worth while to ask again, if waiting helps.
  default Optional<Duration> findWait() {
    return Optional.empty();
  }

  /// What a program wants to know beyond the sentence, by name.
  default Map<String, Object> members() {
    return Map.of();
  }

  default String code() {
    return getClass()
        .getSimpleName()
        .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-")
        .toLowerCase(Locale.ROOT);
  }

  /// Refusals that say their kind by what they are.
  interface NotFound extends Rejection {
    @Override
    default Kind kind() {
      return Kind.NOT_FOUND;
    }
  }

  interface Unauthenticated extends Rejection {
    @Override
    default Kind kind() {
      return Kind.UNAUTHENTICATED;
    }
  }

  interface Invalid extends Rejection {
    @Override
    default Kind kind() {
      return Kind.INVALID;
    }
  }

  enum Kind {
    /// What the command is about does not exist, or not for this actor.
    NOT_FOUND,
    /// Whoever asks has not shown who they are.
    UNAUTHENTICATED,
    /// It exists, but this actor may not do that.
    FORBIDDEN,
    /// It is not possible in the present state.
    CONFLICT,
    /// It is never possible with these values.
    INVALID,
    /// It was asked for too often in too short a time.
    TOO_MUCH
  }
}
