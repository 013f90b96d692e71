package id.antar.query.customername;

import id.antar.api.account.Fingerprints;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// The words of a name as they are compared: without case, accents and punctuation, each as a
/// fingerprint by the engine's key, which tells nothing to whoever does not have the key.
final class NameWords {

  /// Words of one name that it can be found by.
  static final int MOST = 4;

  private static final String PURPOSE = "customer-name";
  private static final int HEX_DIGITS = 32;
  private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

  private final Fingerprints fingerprints;

  NameWords(Fingerprints fingerprints) {
    this.fingerprints = fingerprints;
  }

  List<String> of(String name) {
    return words(name).stream()
        .limit(MOST)
        .map(word -> fingerprints.of(PURPOSE, word).substring(0, HEX_DIGITS))
        .toList();
  }

  static List<String> words(String name) {
    String plain = ACCENTS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("");
    return Arrays.stream(BETWEEN.split(plain.toLowerCase(Locale.ROOT)))
        .filter(word -> !word.isEmpty())
        .distinct()
        .toList();
  }
}
