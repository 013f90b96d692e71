package id.antar.infra.mail;

import id.antar.api.person.PersonId;
import id.antar.infra.personal.ForgottenPersons;
import id.antar.infra.personal.KeepsPersonal;
import java.io.IOException;
import java.io.UncheckedIOException;

/// Sees to it that no mail is kept of whoever is forgotten.
final class ForgottenMails implements KeepsPersonal {
  private final Post post;
  private final ForgottenPersons forgotten;

  ForgottenMails(Post post, ForgottenPersons forgotten) {
    this.post = post;
    this.forgotten = forgotten;
  }

  /// An engine that was down has not heard of it.
  void removeLeft() {
    try {
      post.kept().forEach(this::removeIfForgotten);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// To be asked after a mail was taken: its person may have been forgotten meanwhile.
  void removeIfForgotten(PersonId person) {
    if (forgotten.contains(person)) {
      forget(person);
    }
  }

  @Override
  public void forget(PersonId person) {
    try {
      post.forget(person);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
