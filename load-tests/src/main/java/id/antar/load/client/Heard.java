package id.antar.load.client;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// What a cursor says to those who have to prove that nothing is missing: all up to a position of
/// the log has been heard, but for some. Clients of the engine must not look into it.
public record Heard(long position, Set<Long> gaps) {

  private static final Pattern FORM = Pattern.compile("\\d{1,18}(-\\d{1,18})*");

  public Heard {
    gaps = Set.copyOf(gaps);
  }

  /// @throws IllegalArgumentException if cursors are written in another way than they were
  public static Heard parse(String cursor) {
    if (!FORM.matcher(cursor).matches()) {
      throw new IllegalArgumentException("Not a cursor as they were: " + cursor);
    }
    String[] numbers = cursor.split("-");
    Set<Long> gaps = new TreeSet<>();
    for (int i = 1; i < numbers.length; i++) {
      gaps.add(Long.valueOf(numbers[i]));
    }
    return new Heard(Long.parseLong(numbers[0]), gaps);
  }

  public boolean has(long other) {
    return other <= position && !gaps.contains(other);
  }
}
