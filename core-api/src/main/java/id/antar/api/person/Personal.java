package id.antar.api.person;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Something that is personal to somebody. In memory it is in the clear; wherever a message is
/// stored it is encrypted with that person's key, and once the key is dropped it reads as
/// forgotten.
public record Personal<T>(PersonId person, @Nullable T value) {

  public static <T> Personal<T> of(PersonId person, T value) {
    return new Personal<>(person, value);
  }

  public static <T> Personal<T> forgotten(PersonId person) {
    return new Personal<>(person, null);
  }

  public Optional<T> find() {
    return Optional.ofNullable(value);
  }

  public boolean isForgotten() {
    return value == null;
  }

  /// Never the value: it must not reach a log.
  @Override
  public String toString() {
    return "Personal[" + person + (value == null ? ", forgotten]" : "]");
  }
}
