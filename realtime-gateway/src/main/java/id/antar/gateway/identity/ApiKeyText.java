package id.antar.gateway.identity;

import static java.nio.charset.StandardCharsets.US_ASCII;

import id.antar.api.account.ApiKeyId;
import id.antar.api.hash.Sha256;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/// An API key as its bearer has it: `antar_<id>_<secret><checksum>`. By the checksum a key that was
/// mistyped or cut is known without looking, and one that was leaked is found by scanners.
final class ApiKeyText {

  private static final Pattern SHAPE =
      Pattern.compile("antar_([0-9a-f]{16})_([0-9a-f]{64})([0-9a-f]{8})");
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final HexFormat HEX = HexFormat.of();

  private final ApiKeyId id;
  private final String secret;

  private ApiKeyText(String id, String secret) {
    this.id = new ApiKeyId(id);
    this.secret = secret;
  }

  static ApiKeyText random() {
    return new ApiKeyText(randomHex(8), randomHex(32));
  }

  private static String randomHex(int bytes) {
    byte[] random = new byte[bytes];
    RANDOM.nextBytes(random);
    return HEX.formatHex(random);
  }

  static Optional<ApiKeyText> parse(String text) {
    Matcher parts = SHAPE.matcher(text);
    return parts.matches() && parts.group(3).equals(checksum(parts.group(1), parts.group(2)))
        ? Optional.of(new ApiKeyText(parts.group(1), parts.group(2)))
        : Optional.empty();
  }

  private static String checksum(String id, String secret) {
    var crc = new CRC32();
    crc.update((id + "_" + secret).getBytes(US_ASCII));
    return HEX.toHexDigits((int) crc.getValue());
  }

  ApiKeyId id() {
    return id;
  }

  /// The whole key, to be shown once.
  String reveal() {
    return "antar_" + id + "_" + secret + checksum(id.value(), secret);
  }

  /// A hash made to be slow would only protect a secret that can be guessed. This one has 256
  /// random bits, so that SHA-256 is as good, and quick enough for every request.
  String hash() {
    return Sha256.hex(secret);
  }

  /// In the same time whether it is nearly right or not at all.
  boolean matches(String storedHash) {
    return MessageDigest.isEqual(hash().getBytes(US_ASCII), storedHash.getBytes(US_ASCII));
  }

  @Override
  public String toString() {
    return "antar_" + id + "_…";
  }
}
