package id.antar.gateway.authorisation;

import id.antar.api.courier.CourierProfile;
import id.antar.api.merchant.BusinessDays;
import id.antar.api.message.Ids;
import id.antar.api.money.Money;
import id.antar.api.order.OrderTotal;
import id.antar.api.person.Contact;
import id.antar.api.person.PersonId;
import id.antar.api.person.Personal;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An example of any record, made from its components, with some of them as a test wants them. What
/// may be absent is.
final class Example {

  private static final Money MONEY = Money.of(1250, "EUR");
  private static final Map<Class<?>, Object> VALUES =
      Map.ofEntries(
          Map.entry(long.class, 42L),
          Map.entry(int.class, 3),
          Map.entry(double.class, 43.5),
          Map.entry(boolean.class, true),
          Map.entry(Instant.class, Instant.parse("2026-11-21T12:00:00Z")),
          Map.entry(BusinessDays.class, BusinessDays.USUAL),
          Map.entry(Duration.class, Duration.ofMinutes(12)),
          Map.entry(Money.class, MONEY),
          Map.entry(OrderTotal.class, OrderTotal.of(MONEY, Money.of(350, "EUR"))),
          Map.entry(Contact.class, new Contact("Somebody", "+377 1")),
          Map.entry(CourierProfile.class, new CourierProfile("Somebody", "+377 1", "MC-1")));

  private Example() {}

  /// @param wanted values by the names of their components, at any depth
  static <T> T of(Class<T> type, Map<String, Object> wanted) {
    return type.cast(make(type, wanted));
  }

  private static Object of(Type type, String name, Map<String, Object> wanted) {
    if (type instanceof ParameterizedType generic) {
      Type inner = generic.getActualTypeArguments()[0];
      return switch (((Class<?>) generic.getRawType()).getSimpleName()) {
        case "List" -> List.of();
        case "Set" -> Set.of();
        case "Map" -> Map.of();
        default -> Personal.of(new PersonId("somebody"), of(inner, name, wanted));
      };
    }
    Class<?> plain = (Class<?>) type;
    if (plain == String.class) {
      return Ids.requireId("example", name);
    }
    Object known = VALUES.get(plain);
    return known != null ? known : make(plain, wanted);
  }

  private static Object make(Class<?> type, Map<String, Object> wanted) {
    if (type.isEnum()) {
      return type.getEnumConstants()[0];
    }
    RecordComponent[] components = type.getRecordComponents();
    try {
      var constructor =
          type.getDeclaredConstructor(
              Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
      constructor.setAccessible(true);
      return constructor.newInstance(
          Arrays.stream(components).map(component -> value(component, wanted)).toArray());
    } catch (ReflectiveOperationException e) {
      throw new AssertionError("No example can be made of " + type, e);
    }
  }

  private static @Nullable Object value(RecordComponent component, Map<String, Object> wanted) {
    Object asked = wanted.get(component.getName());
    if (asked != null && component.getType().isInstance(asked)) {
      return asked;
    }
    return component.getAnnotatedType().isAnnotationPresent(Nullable.class)
        ? null
        : of(component.getGenericType(), component.getName(), wanted);
  }
}
