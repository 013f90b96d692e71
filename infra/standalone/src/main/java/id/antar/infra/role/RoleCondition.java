package id.antar.infra.role;

import java.util.Arrays;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/// Whether the process runs one of the sides that [OnRole] names.
final class RoleCondition implements Condition {

  @Override
  public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
    Part part = Part.of(context.getEnvironment());
    Role[] wanted = metadata.getAnnotations().get(OnRole.class).getEnumArray("value", Role.class);
    return Arrays.stream(wanted).anyMatch(part::has);
  }
}
