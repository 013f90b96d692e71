package id.antar.api.account;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a link in a mail proves: that its holder reads the mails of that address. It is made anew
/// for each use and stored nowhere; the account remembers which request is open.
///
/// @param subject the account, or the invitation
/// @param request one for each mail
public record MailToken(Purpose purpose, String subject, String request) {

  private static final Pattern SHAPE =
      Pattern.compile(
          "mail\\.([a-z_]{1,32})\\.([A-Za-z0-9-]{1,64})\\.([A-Za-z0-9-]{1,64})\\.([0-9a-f]{64})");

  public enum Purpose {
    EMAIL_CONFIRMATION,
    PASSWORD_RESET,
    INVITATION
  }

  public String seal(Fingerprints fingerprints) {
    return "mail." + text() + "." + fingerprints.of("mail", text());
  }

  /// Nothing if it was not made here, or for another purpose.
  public static Optional<MailToken> open(
      String sealed, Purpose purpose, Fingerprints fingerprints) {
    Matcher parts = SHAPE.matcher(sealed);
    if (!parts.matches() || !parts.group(1).equals(nameOf(purpose))) {
      return Optional.empty();
    }
    var token = new MailToken(purpose, parts.group(2), parts.group(3));
    return fingerprints.fits("mail", token.text(), parts.group(4))
        ? Optional.of(token)
        : Optional.empty();
  }

  private String text() {
    return nameOf(purpose) + "." + subject + "." + request;
  }

  private static String nameOf(Purpose purpose) {
    return purpose.name().toLowerCase(Locale.ROOT);
  }
}
