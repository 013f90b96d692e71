package id.antar.api.message;

/// What people write to each other.
public final class Texts {

  private Texts() {}

  /// One line: no line breaks, nothing that is not shown.
  public static String requireLine(String field, String text, int longest) {
    return require(field, text, longest, false);
  }

  /// One line or several.
  public static String requireLines(String field, String text, int longest) {
    return require(field, text, longest, true);
  }

  /// The text itself is somebody's own and is not repeated in what is said of it.
  private static String require(String field, String text, int longest, boolean severalLines) {
    if (text.isBlank() || text.length() > longest) {
      throw new IllegalArgumentException(
          field + " is blank or longer than " + longest + " characters.");
    }
    if (text.codePoints().anyMatch(it -> isUnwritten(it) && !(severalLines && it == '\n'))) {
      throw new IllegalArgumentException(field + " has control characters.");
    }
    return text;
  }

  /// Control characters, halves of characters, and what turns the direction of the text that
  /// follows.
  private static boolean isUnwritten(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default ->
          (character >= 0x202A && character <= 0x202E)
              || (character >= 0x2066 && character <= 0x2069);
    };
  }
}
