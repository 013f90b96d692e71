package id.antar.query.history;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What an event says under a name, whatever its family.
public final class Told {

  private static final ClassValue<Map<String, Method>> ACCESSORS =
      new ClassValue<>() {
        @Override
        protected Map<String, Method> computeValue(Class<?> type) {
          RecordComponent[] components = type.getRecordComponents();
          return components == null
              ? Map.of()
              : Arrays.stream(components)
                  .map(RecordComponent::getAccessor)
                  .collect(Collectors.toMap(Method::getName, Function.identity()));
        }
      };

  private Told() {}

  public static Optional<Instant> occurredAt(Object event) {
    return find(event, "occurredAt").map(Instant.class::cast);
  }

  public static Optional<Object> find(Object event, String name) {
    return Optional.ofNullable(ACCESSORS.get(event.getClass()).get(name))
        .map(accessor -> read(accessor, event));
  }

  private static Object read(Method accessor, Object event) {
    try {
      return accessor.invoke(event);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(accessor + " cannot be read.", e);
    }
  }
}
