package id.antar.query.audit;

import java.lang.reflect.Method;
import java.time.Instant;
import java.util.Optional;

/// Reads what every event has, whatever its family.
final class OccurredAt {

  private static final ClassValue<Optional<Method>> ACCESSORS =
      new ClassValue<>() {
        @Override
        protected Optional<Method> computeValue(Class<?> type) {
          try {
            return Optional.of(type.getMethod("occurredAt"));
          } catch (NoSuchMethodException _) {
            return Optional.empty();
          }
        }
      };

  private OccurredAt() {}

  static Optional<Instant> of(Object event) {
    return ACCESSORS.get(event.getClass()).map(accessor -> read(accessor, event));
  }

  private static Instant read(Method accessor, Object event) {
    try {
      return (Instant) accessor.invoke(event);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(accessor + " cannot be read.", e);
    }
  }
}
