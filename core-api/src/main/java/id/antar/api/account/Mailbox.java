package id.antar.api.account;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// Where somebody is written to, and in which language: personal data.
public record Mailbox(String email, Language language) {

  private static final int LONGEST = 254;

  /// No comments, no quotes: what people write to, and nothing that could end a header.
  private static final Pattern SHAPE =
      Pattern.compile(
          "[^\\s@<>()\\[\\],;:\"\\\\\\p{Cntrl}]{1,64}@[\\p{L}\\p{N}.-]+\\.[\\p{L}\\p{N}-]{2,}");

  public Mailbox {
    email = email.strip();
    if (email.length() > LONGEST || !SHAPE.matcher(email).matches()) {
      throw new IllegalArgumentException("email is not an e-mail address.");
    }
  }

  /// Equal for addresses that are taken for one.
  public String normalised() {
    return Normalizer.normalize(email, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return "Mailbox[" + language + "]";
  }
}
