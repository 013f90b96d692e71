package id.antar.gateway.identity;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A route for everybody who has an account; what they see of it depends on who they are.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface AnyRole {

  /// Whether it is also for the holders of tracking links, who have no account.
  boolean recipientToo() default false;
}
