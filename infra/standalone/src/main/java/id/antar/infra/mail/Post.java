package id.antar.infra.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;

/// Takes mails away, or throws.
interface Post {
  void take(String mailId, MimeMessage message) throws MessagingException, IOException;
}
