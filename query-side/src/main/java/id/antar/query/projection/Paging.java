package id.antar.query.projection;

import id.antar.api.message.InvalidQuery;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Pages are read one row longer than asked for, to know whether another follows.
public final class Paging {

  public static final int LARGEST = 200;

  private Paging() {}

  public static int requireLimit(int limit) {
    return requireLimit(limit, LARGEST);
  }

  public static int requireLimit(int limit, int largest) {
    if (limit < 1 || limit > largest) {
      throw new InvalidQuery("limit (" + limit + ") is not within 1 and " + largest + ".");
    }
    return limit;
  }

  public static <T> List<T> page(List<T> oneMore, int limit) {
    return oneMore.size() > limit ? oneMore.subList(0, limit) : oneMore;
  }

  public static <T> @Nullable String nextCursor(
      List<T> oneMore, int limit, Function<T, String> cursor) {
    return oneMore.size() > limit ? cursor.apply(oneMore.get(limit - 1)) : null;
  }
}
