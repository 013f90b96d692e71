package id.antar.infra.startup;

import java.util.Arrays;
import java.util.Set;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.type.AnnotatedTypeMetadata;

final class RoleCondition implements Condition {

  @Override
  public boolean matches(ConditionContext context, AnnotatedTypeMetadata bean) {
    Set<Role> present = Role.of(context.getEnvironment());
    var wanted = bean.getAnnotations().get(WithRole.class);
    var unwanted = bean.getAnnotations().get(WithoutRole.class);
    return (!wanted.isPresent() || names(wanted, present)) && !names(unwanted, present);
  }

  private static boolean names(MergedAnnotation<?> annotation, Set<Role> present) {
    return annotation.isPresent()
        && Arrays.stream(annotation.getEnumArray("value", Role.class)).anyMatch(present::contains);
  }
}
