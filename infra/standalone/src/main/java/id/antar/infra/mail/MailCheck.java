package id.antar.infra.mail;

import id.antar.api.mode.ProductionCheck;
import id.antar.infra.mail.MailProperties.Security;
import java.util.ArrayList;
import java.util.List;

/// Whether mails leave at all, and unread by others.
final class MailCheck implements ProductionCheck {
  private final MailProperties settings;

  MailCheck(MailProperties settings) {
    this.settings = settings;
  }

  @Override
  public List<String> weaknesses() {
    var weak = new ArrayList<String>();
    if (settings.host().isBlank()) {
      weak.add(
          "antar.mail.host is not set: nobody is written to, and mails lie in the work folder.");
    } else if (settings.security() == Security.NONE) {
      weak.add("antar.mail.security=none: mails, and the links in them, leave in the clear.");
    }
    return weak;
  }
}
