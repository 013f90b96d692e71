package id.antar.gateway.edge.request;

import id.antar.gateway.edge.problem.JsonProblem;
import id.antar.gateway.edge.problem.Problem;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Turns a value's own refusal into a problem that names the request's field.
public final class Valid {

  private static final int MOST_ITEMS = 100;
  private static final int USUAL_ITEMS = 20;

  private Valid() {}

  /// The refusal is about `field`.
  public static <T> T value(String field, Supplier<T> constructor) {
    try {
      return constructor.get();
    } catch (IllegalArgumentException e) {
      String message = String.valueOf(e.getMessage());
      throw Problem.invalid("invalid-value", field, message).asException();
    }
  }

  /// The refusal is about the component of `type` that it begins with, within `field`; an empty
  /// `field` is the body itself.
  public static <T> T of(Class<T> type, String field, Supplier<T> constructor) {
    try {
      return constructor.get();
    } catch (IllegalArgumentException e) {
      String message = String.valueOf(e.getMessage());
      throw JsonProblem.refused(type, field, message).asException();
    }
  }

  /// How many items a page may have.
  public static int limit(@Nullable Integer asked) {
    return limit(asked, MOST_ITEMS);
  }

  /// The same, where items are large.
  ///
  /// @param most at least as many as usual
  public static int limit(@Nullable Integer asked, int most) {
    int limit = asked == null ? USUAL_ITEMS : asked;
    if (limit < 1 || limit > most) {
      String message = "limit (" + limit + ") is not within 1 and " + most + ".";
      throw Problem.invalid("invalid-value", "limit", message).asException();
    }
    return limit;
  }
}
