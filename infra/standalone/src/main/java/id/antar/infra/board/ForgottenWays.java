package id.antar.infra.board;

import id.antar.api.courier.CourierId;
import id.antar.api.message.Actor;
import id.antar.api.person.PersonId;
import id.antar.infra.personal.KeepsPersonal;
import java.util.function.Consumer;

/// Sees to it that nothing is kept of where somebody was who is forgotten.
final class ForgottenWays implements KeepsPersonal {

  private final Consumer<CourierId> forget;

  ForgottenWays(Consumer<CourierId> forget) {
    this.forget = forget;
  }

  @Override
  public void forget(PersonId person) {
    person
        .findAccount()
        .filter(account -> account.role() == Actor.Role.COURIER)
        .ifPresent(account -> forget.accept(new CourierId(account.id())));
  }
}
