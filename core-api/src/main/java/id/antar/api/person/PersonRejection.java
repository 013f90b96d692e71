package id.antar.api.person;

import id.antar.api.message.Rejection;
import java.util.List;

/// Why a command about a person, or one of theirs, is refused.
public sealed interface PersonRejection extends Rejection {

  record PersonStillInvolved(PersonId personId, List<String> involvedIn)
      implements PersonRejection {
    public PersonStillInvolved {
      involvedIn = List.copyOf(involvedIn);
    }
  }

  record PersonIsForgotten(PersonId personId) implements PersonRejection {}

  @Override
  default String detail() {
    return switch (this) {
      case PersonStillInvolved(var personId, var involvedIn) ->
          "Still under way with " + personId + ": " + String.join(", ", involvedIn) + ".";
      case PersonIsForgotten(var personId) ->
          personId + " was forgotten; nothing is kept of them any more.";
    };
  }
}
