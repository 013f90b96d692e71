package id.antar.api.message;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;
import java.util.regex.Pattern;

/// What all ids have in common: 1 to 64 characters of a URL-safe alphabet.
public final class Ids {

  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._~-]{0,63}");

  private Ids() {}

  public static String requireId(String kind, String value) {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "The " + kind + " (" + value + ") is not 1 to 64 characters of A-Z a-z 0-9 . _ ~ -");
    }
    return value;
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
