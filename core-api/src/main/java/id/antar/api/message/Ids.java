package id.antar.api.message;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;

/// What all ids have in common: 1 to 64 characters of a URL-safe alphabet.
public final class Ids {

  private static final int LONGEST = 64;

  private Ids() {}

  public static String requireId(String kind, String value) {
    return requireId(kind, value, LONGEST);
  }

  public static String requireId(String kind, String value, int longest) {
    if (value.length() > longest || !isShaped(value)) {
      throw new IllegalArgumentException(
          "The %s (%s) is not 1 to %d characters of A-Z a-z 0-9 . _ ~ -"
              .formatted(kind, value, longest));
    }
    return value;
  }

  /// By hand: every id of every event that is read comes by here.
  private static boolean isShaped(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (!isLetterOrDigit(c) && (i == 0 || c != '.' && c != '_' && c != '~' && c != '-')) {
        return false;
      }
    }
    return !value.isEmpty();
  }

  private static boolean isLetterOrDigit(char c) {
    return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c >= 'A' && c <= 'Z';
  }

  /// The same parts give the same id, so that a repeated command meets the aggregate it made
  /// before.
  public static String derive(String... parts) {
    return UUID.nameUUIDFromBytes(String.join("\u0000", parts).getBytes(UTF_8)).toString();
  }

  public static String random() {
    return UUID.randomUUID().toString();
  }
}
