package id.antar.standin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import org.jspecify.annotations.Nullable;

/// Basic access authentication with a secret key for the user and no password.
final class Basic {

  private Basic() {}

  static boolean holds(@Nullable String authorization, String key) {
    String wanted = "Basic " + Base64.getEncoder().encodeToString((key + ":").getBytes(UTF_8));
    return wanted.equals(authorization);
  }
}
