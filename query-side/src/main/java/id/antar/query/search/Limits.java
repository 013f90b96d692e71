package id.antar.query.search;

import id.antar.api.message.InvalidQuery;
import org.jspecify.annotations.Nullable;

/// What a question may ask for at most.
public final class Limits {

  public static final int LONGEST_TEXT = 200;
  public static final int MOST_METRES = 200_000;

  private static final int MOST_WORDS = 16;

  private Limits() {}

  public static void requireText(String name, @Nullable String text) {
    if (text != null && text.length() > LONGEST_TEXT) {
      throw new InvalidQuery(name + " is longer than " + LONGEST_TEXT + " characters.");
    }
    if (text != null && text.strip().split("\\s+", MOST_WORDS + 1).length > MOST_WORDS) {
      throw new InvalidQuery(name + " has more than " + MOST_WORDS + " words.");
    }
  }

  public static void requireMetres(@Nullable Object near, @Nullable Integer metres) {
    if (metres == null) {
      return;
    }
    if (near == null) {
      throw new InvalidQuery("withinMetres is only possible with a place.");
    }
    if (metres < 1 || metres > MOST_METRES) {
      throw new InvalidQuery(
          "withinMetres (" + metres + ") is not within 1 and " + MOST_METRES + ".");
    }
  }

  public static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new InvalidQuery(otherwise);
    }
  }
}
