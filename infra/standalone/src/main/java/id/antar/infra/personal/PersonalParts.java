package id.antar.infra.personal;

import id.antar.api.person.PersonId;
import id.antar.api.person.Personal;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// Whose personal data a record carries in its own fields.
final class PersonalParts {
  private final ClassValue<List<Method>> accessors =
      new ClassValue<>() {
        @Override
        protected List<Method> computeValue(Class<?> type) {
          RecordComponent[] components = type.getRecordComponents();
          return components == null
              ? List.of()
              : Arrays.stream(components)
                  .filter(it -> it.getType() == Personal.class)
                  .map(RecordComponent::getAccessor)
                  .toList();
        }
      };

  Stream<PersonId> of(Object message) {
    return accessors.get(message.getClass()).stream()
        .map(it -> read(it, message))
        .filter(Objects::nonNull)
        .map(it -> ((Personal<?>) it).person());
  }

  private static Object read(Method accessor, Object message) {
    try {
      return accessor.invoke(message);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(accessor + " cannot be read.", e);
    }
  }
}
