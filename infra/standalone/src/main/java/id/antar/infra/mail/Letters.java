package id.antar.infra.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.antar.api.account.Fingerprints;
import id.antar.api.account.MailToken;
import id.antar.api.account.Mailbox;
import id.antar.command.mail.Mail;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.Locale;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/// Writes mails down as they are sent. Their tokens exist from here on only.
final class Letters {
  private final Fingerprints fingerprints;
  private final MailProperties settings;

  Letters(Fingerprints fingerprints, MailProperties settings) {
    this.fingerprints = fingerprints;
    this.settings = settings;
  }

  MimeMessage write(String mailId, Mail mail, Mailbox to) throws MessagingException {
    MailText text = MailText.of(mail.kind(), to.language());
    var message = new Named(mailId);
    message.setFrom(new InternetAddress(settings.from()));
    message.setRecipient(Message.RecipientType.TO, new InternetAddress(to.email(), true));
    message.setSubject(text.subject(), UTF_8.name());
    message.setText(
        text.body().replace("{code}", code(mail.token())).replace("{detail}", mail.detail()),
        UTF_8.name());
    message.setHeader("Auto-Submitted", "auto-generated");
    message.setSentDate(java.util.Date.from(java.time.Clock.systemUTC().instant()));
    message.saveChanges();
    return message;
  }

  private String code(@Nullable MailToken token) {
    if (token == null) {
      return "";
    }
    String sealed = token.seal(fingerprints);
    String purpose = token.purpose().name().toLowerCase(Locale.ROOT).replace('_', '-');
    return settings.link().isBlank()
        ? sealed
        : settings.link().replace("{purpose}", purpose).replace("{token}", sealed);
  }

  /// Sent twice it has the same name, by which mailboxes know it.
  private static final class Named extends MimeMessage {
    private final String mailId;

    Named(String mailId) {
      super(Session.getInstance(new Properties()));
      this.mailId = mailId;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", "<" + mailId + "@antar>");
    }
  }
}
