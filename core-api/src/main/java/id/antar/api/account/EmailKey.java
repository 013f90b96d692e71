package id.antar.api.account;

import com.fasterxml.jackson.annotation.JsonValue;

/// What an e-mail address is known by where it must not be read: its keyed fingerprint, 64 hex
/// digits. Equal for equal addresses, whatever their case.
public record EmailKey(@JsonValue String value) {

  public EmailKey {
    if (!value.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("An e-mail's key is 64 hex digits.");
    }
  }

  public static EmailKey of(Mailbox mailbox, Fingerprints fingerprints) {
    return new EmailKey(fingerprints.of("email", mailbox.normalised()));
  }

  @Override
  public String toString() {
    return value;
  }
}
