package id.antar.command.person;

import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.message.Actor;
import id.antar.api.person.PersonCommand.ForgetPerson;
import id.antar.api.person.PersonCommand.Ground;
import id.antar.api.person.PersonEvent.PersonForgotten;
import id.antar.api.person.PersonId;
import id.antar.api.person.PersonRejection.PersonStillInvolved;
import id.antar.command.decider.Decision;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PersonStateTest {
  private static final PersonId ADA = new PersonId("customer.ada");
  private static final Actor HERSELF = Actor.parse("customer:ada");
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  private static final PersonForgotten FORGOTTEN =
      new PersonForgotten(ADA, HERSELF, Ground.OWN_REQUEST, NOON);

  private final PersonState remembered = new PersonState.Remembered();

  private static ForgetPerson forget(String... involvedIn) {
    return new ForgetPerson(ADA, HERSELF, Ground.OWN_REQUEST, List.of(involvedIn), NOON);
  }

  @Test
  void aPersonIsForgottenAndItIsKnownWhoAskedAndWhy() {
    assertThat(remembered.decide(forget())).isEqualTo(Decision.accept(FORGOTTEN));
  }

  @Test
  void aPersonWhoIsStillNeededIsNot() {
    assertThat(remembered.decide(forget("order:o-1", "shift")))
        .isEqualTo(Decision.reject(new PersonStillInvolved(ADA, List.of("order:o-1", "shift"))));
  }

  @Test
  void forgettingTwiceIsForgettingOnce() {
    assertThat(remembered.evolve(FORGOTTEN).decide(forget("order:o-1")))
        .isEqualTo(Decision.satisfied());
  }
}
