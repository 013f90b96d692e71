package id.antar.infra.mail;

import id.antar.api.person.PersonId;
import jakarta.mail.internet.MimeMessage;
import java.util.Properties;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/// Hands mails to an SMTP server.
final class SmtpPost implements Post {
  private final JavaMailSenderImpl sender = new JavaMailSenderImpl();

  SmtpPost(MailProperties settings) {
    sender.setHost(settings.host());
    sender.setPort(settings.port());
    if (!settings.user().isBlank()) {
      sender.setUsername(settings.user());
      sender.setPassword(settings.password());
    }
    sender.setJavaMailProperties(properties(settings));
  }

  private static Properties properties(MailProperties settings) {
    var properties = new Properties();
    String timeout = Long.toString(settings.timeout().toMillis());
    for (String step : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
      properties.setProperty("mail.smtp." + step, timeout);
    }
    properties.setProperty("mail.smtp.auth", Boolean.toString(!settings.user().isBlank()));
    properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    switch (settings.security()) {
      case NONE -> {}
      case STARTTLS -> {
        properties.setProperty("mail.smtp.starttls.enable", "true");
        properties.setProperty("mail.smtp.starttls.required", "true");
      }
      case TLS -> properties.setProperty("mail.smtp.ssl.enable", "true");
    }
    return properties;
  }

  @Override
  public void take(PersonId to, String mailId, MimeMessage message) {
    sender.send(message);
  }
}
