package id.antar.api.message;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Revision of an event's stored form. An event without one has revision "1". Raise it together
/// with an upcaster that reads the older form.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Revision {
  String value();
}
