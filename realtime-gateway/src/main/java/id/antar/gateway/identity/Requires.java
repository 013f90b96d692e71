package id.antar.gateway.identity;

import id.antar.api.account.Permission;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The permission that a route wants; of several, one is enough. A route that takes a caller and
/// says nothing is refused to all.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Requires {
  Permission[] value();
}
