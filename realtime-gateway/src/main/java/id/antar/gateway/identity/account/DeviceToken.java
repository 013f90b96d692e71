package id.antar.gateway.identity.account;

import id.antar.api.account.EmailKey;
import id.antar.api.account.Fingerprints;
import id.antar.api.message.Ids;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a device shows to prove that somebody signed in to this account on it before. It opens
/// nothing; it only keeps the failures of others from delaying this device.
final class DeviceToken {

  private static final Pattern SHAPE = Pattern.compile("dt\\.([0-9a-f-]{36})\\.([0-9a-f]{64})");

  private DeviceToken() {}

  static String make(EmailKey email, Fingerprints fingerprints) {
    String device = Ids.random();
    return "dt." + device + "." + fingerprints.of("device", email + "." + device);
  }

  /// The device, if it signed in to the account of this e-mail.
  static Optional<String> find(@Nullable String text, EmailKey email, Fingerprints fingerprints) {
    Matcher parts = SHAPE.matcher(text == null ? "" : text);
    return parts.matches()
            && fingerprints.fits("device", email + "." + parts.group(1), parts.group(2))
        ? Optional.of(parts.group(1))
        : Optional.empty();
  }
}
