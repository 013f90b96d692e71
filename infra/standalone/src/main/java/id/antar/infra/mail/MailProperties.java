package id.antar.infra.mail;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How mails leave.
///
/// @param host of the SMTP server; without one mails are written to the work folder
/// @param security how the connection is protected
/// @param user who sends, if the server wants to know
/// @param from the sender's address
/// @param link where a mail's link leads: `{purpose}` and `{token}` are filled in, such as
///   `https://app.example/{purpose}#{token}`. Without one the mail holds the token alone.
/// @param timeout of each step of a conversation with the server
@ConfigurationProperties("antar.mail")
public record MailProperties(
    @DefaultValue("") String host,
    @DefaultValue("587") int port,
    @DefaultValue("STARTTLS") Security security,
    @DefaultValue("") String user,
    @DefaultValue("") String password,
    @DefaultValue("Antar <no-reply@localhost>") String from,
    @DefaultValue("") String link,
    @DefaultValue("PT10S") Duration timeout) {
  public enum Security {
    NONE,
    /// Required, not merely tried.
    STARTTLS,
    TLS
  }

  /// Never the password.
  @Override
  public String toString() {
    return "MailProperties[" + host + ":" + port + "]";
  }
}
