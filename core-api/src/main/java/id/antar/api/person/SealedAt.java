package id.antar.api.person;

import java.util.function.Supplier;

/// Where something personal is just being stored or read: an event, a row. What was sealed at one
/// place opens at no other, so that nobody who can write to the database can move it unnoticed.
public final class SealedAt {

  private static final ScopedValue<String> PLACE = ScopedValue.newInstance();

  private SealedAt() {}

  /// Whoever reads it must name the same place.
  public static <T> T place(String place, Supplier<T> work) {
    return ScopedValue.where(PLACE, place).call(work::get);
  }

  /// Empty where nobody has named one.
  public static String current() {
    return PLACE.orElse("");
  }
}
