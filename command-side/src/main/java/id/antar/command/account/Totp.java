package id.antar.command.account;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Time-based one-time passwords of RFC 6238: six digits, SHA-1, half a minute each, one step early
/// or late. A code is good once: neither it nor an earlier one is taken after it.
final class Totp {

  private static final int STEP_SECONDS = 30;
  private static final int WINDOW = 1;
  private static final int MODULUS = 1_000_000;
  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private Totp() {}

  /// The step whose code this is, if it is later than `after`.
  static OptionalLong match(String secret, String code, Instant now, long after) {
    long current = now.getEpochSecond() / STEP_SECONDS;
    byte[] key = decode(secret);
    return LongStream.rangeClosed(current - WINDOW, current + WINDOW)
        .filter(step -> step > after)
        .filter(step -> equal(code(key, step), code))
        .findFirst();
  }

  static String code(byte[] key, long step) {
    byte[] hash = hmac(key, ByteBuffer.allocate(Long.BYTES).putLong(step).array());
    int offset = hash[hash.length - 1] & 0x0f;
    int truncated = ByteBuffer.wrap(hash).getInt(offset) & 0x7fffffff;
    return String.format(Locale.ROOT, "%06d", truncated % MODULUS);
  }

  private static byte[] hmac(byte[] key, byte[] message) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(key, "HmacSHA1"));
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has HMAC-SHA-1.", e);
    }
  }

  private static boolean equal(String expected, String given) {
    return MessageDigest.isEqual(
        expected.getBytes(StandardCharsets.US_ASCII), given.getBytes(StandardCharsets.UTF_8));
  }

  /// Base 32 of RFC 4648, without padding; bits that fill no byte are dropped.
  static byte[] decode(String base32) {
    var bytes = ByteBuffer.allocate(base32.length() * 5 / 8);
    int bits = 0;
    int buffer = 0;
    for (char digit : base32.toCharArray()) {
      int value = ALPHABET.indexOf(digit);
      if (value < 0) {
        throw new IllegalArgumentException("The secret is not in base 32.");
      }
      buffer = (buffer << 5 | value) & 0xfff;
      bits += 5;
      if (bits >= 8) {
        bits -= 8;
        bytes.put((byte) (buffer >> bits));
      }
    }
    return bytes.array();
  }
}
