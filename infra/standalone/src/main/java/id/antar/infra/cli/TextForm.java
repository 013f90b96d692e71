package id.antar.infra.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A text as it may lie in a file.
///
/// @param text what it is a form of
record TextForm(String text, String name, byte[] bytes) {
  private static final int FEWEST_BYTES = 4;

  static Stream<TextForm> of(String text) {
    byte[] plain = text.getBytes(UTF_8);
    if (plain.length < FEWEST_BYTES) {
      throw new IllegalArgumentException(
          "A text of fewer than " + FEWEST_BYTES + " bytes is found by chance everywhere.");
    }
    String hex = HexFormat.of().formatHex(plain);
    Stream<TextForm> direct =
        Stream.of(
            new TextForm(text, "UTF-8", plain),
            new TextForm(text, "lower case", text.toLowerCase(Locale.ROOT).getBytes(UTF_8)),
            new TextForm(text, "UTF-16LE", text.getBytes(UTF_16LE)),
            new TextForm(text, "UTF-16BE", text.getBytes(UTF_16BE)),
            new TextForm(text, "JSON escapes", escaped(text).getBytes(US_ASCII)),
            new TextForm(text, "hex", hex.getBytes(US_ASCII)),
            new TextForm(text, "HEX", hex.toUpperCase(Locale.ROOT).getBytes(US_ASCII)));
    return Stream.concat(
            direct, IntStream.range(0, 3).boxed().flatMap(it -> base64(text, plain, it)))
        .filter(form -> form.bytes().length >= FEWEST_BYTES)
        .filter(form -> form.name().equals("UTF-8") || !Arrays.equals(form.bytes(), plain));
  }

  /// Within something longer a text begins at one of three places of a group; the characters at
  /// both ends depend on what is beside it, and are left out.
  private static Stream<TextForm> base64(String text, byte[] plain, int shift) {
    var shifted = new byte[shift + plain.length];
    System.arraycopy(plain, 0, shifted, shift, plain.length);
    int from = shift == 0 ? 0 : shift + 1;
    int to = shifted.length * 8 / 6;
    return Stream.of(Base64.getEncoder(), Base64.getUrlEncoder())
        .map(encoder -> encoder.withoutPadding().encodeToString(shifted).substring(from, to))
        .distinct()
        .map(it -> new TextForm(text, "base64", it.getBytes(US_ASCII)));
  }

  private static String escaped(String text) {
    return text.chars()
        .mapToObj(it -> it < 128 ? Character.toString(it) : "\\u%04x".formatted(it))
        .collect(Collectors.joining());
  }

  boolean isAt(byte[] where, int at, int length) {
    return at + bytes.length <= length
        && Arrays.equals(where, at, at + bytes.length, bytes, 0, bytes.length);
  }
}
