package id.antar.infra.mail;

import id.antar.api.person.PersonId;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.List;

/// Takes mails away, or throws.
interface Post {
  void take(PersonId to, String mailId, MimeMessage message) throws MessagingException, IOException;

  /// Whose mails it has kept.
  default List<PersonId> kept() throws IOException {
    return List.of();
  }

  default void forget(PersonId person) throws IOException {}
}
