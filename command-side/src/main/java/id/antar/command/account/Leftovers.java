package id.antar.command.account;

import id.antar.api.message.Actor;
import id.antar.api.person.PersonCommand.ForgetPerson;
import id.antar.api.person.PersonCommand.Ground;
import id.antar.api.person.PersonId;
import java.time.Instant;
import java.util.List;

/// What is personal and belongs to nobody's account: an invitation's, or a sign-up's that came to
/// nothing.
final class Leftovers {

  private static final Actor BY = Actor.system("account");

  private Leftovers() {}

  static ForgetPerson forget(PersonId person, Instant at) {
    return new ForgetPerson(person, BY, Ground.DUTY, List.of(), at);
  }
}
