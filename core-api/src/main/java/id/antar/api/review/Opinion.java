package id.antar.api.review;

import id.antar.api.message.Texts;
import id.antar.api.person.Personal;
import org.jspecify.annotations.Nullable;

/// What a review says: a rating from 1 (bad) to 5 (good), and a comment if its author has one.
///
/// @param comment personal to its author
public record Opinion(int rating, @Nullable Personal<String> comment) {

  public static final int BEST = 5;
  private static final int LONGEST_COMMENT = 1_000;

  public Opinion {
    if (rating < 1 || rating > BEST) {
      throw new IllegalArgumentException("rating (" + rating + ") is not within 1 and 5.");
    }
    if (comment != null) {
      comment.find().ifPresent(text -> Texts.requireLines("comment", text, LONGEST_COMMENT));
    }
  }
}
