package id.antar.gateway.identity.account;


import id.antar.api.hash.Sha256;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Secrets that people read and type.
final class Codes {

  private static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int LONGEST_TYPED = 64;

  /// Of a second factor: 160 bits.
  private static final int SECRET = 32;

  /// Of a recovery code: 80 bits.
  private static final int RECOVERY = 16;

  private static final int RECOVERY_CODES = 10;
  private static final SecureRandom RANDOM = new SecureRandom();

  private Codes() {}

  static String secret() {
    return random(SECRET);
  }

  /// In groups of four.
  static List<String> recoveryCodes() {
    return Stream.generate(() -> random(RECOVERY).replaceAll("(.{4})(?!$)", "$1-"))
        .limit(RECOVERY_CODES)
        .toList();
  }

  static String hash(String recoveryCode) {
    return Sha256.hex(normalised(recoveryCode));
  }

  /// Without what people put in between, and in capitals. What is too long is no code.
  static String normalised(String typed) {
    return typed.length() > LONGEST_TYPED
        ? ""
        : typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
  }

  private static String random(int length) {
    return RANDOM
        .ints(length, 0, BASE_32.length())
        .mapToObj(i -> BASE_32.substring(i, i + 1))
        .collect(Collectors.joining());
  }
}
