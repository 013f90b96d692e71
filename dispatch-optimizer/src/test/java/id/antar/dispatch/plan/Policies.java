package id.antar.dispatch.plan;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;

/// Policies that differ from others in one number.
final class Policies {

  private Policies() {}

  static DispatchPolicy with(DispatchPolicy policy, String component, Object value) {
    RecordComponent[] components = DispatchPolicy.class.getRecordComponents();
    Object[] values = new Object[components.length];
    boolean found = false;
    try {
      for (int i = 0; i < components.length; i++) {
        boolean changed = components[i].getName().equals(component);
        values[i] = changed ? value : components[i].getAccessor().invoke(policy);
        found |= changed;
      }
      if (!found) {
        throw new IllegalArgumentException("A policy has no " + component + ".");
      }
      return DispatchPolicy.class
          .getDeclaredConstructor(
              Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new))
          .newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw e.getCause() instanceof IllegalArgumentException refused
          ? refused
          : new IllegalStateException(e);
    }
  }
}
