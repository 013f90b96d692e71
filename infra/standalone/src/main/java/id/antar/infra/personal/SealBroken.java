package id.antar.infra.personal;

import id.antar.api.person.PersonId;

/// What is sealed here was changed, or was sealed somewhere else.
final class SealBroken extends DoesNotOpen {
  private static final long serialVersionUID = 1;

  SealBroken(PersonId person, String place, String why) {
    super("The data of " + person + " at " + place + " does not open: " + why);
  }
}
