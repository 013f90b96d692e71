package id.antar.infra.role;

import java.util.Arrays;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.type.AnnotatedTypeMetadata;

/// Whether the process runs one of the sides that [OnRole] names, and none that [WithoutRole] does.
final class RoleCondition implements Condition {

  @Override
  public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
    Part part = Part.of(context.getEnvironment());
    var wanted = metadata.getAnnotations().get(OnRole.class);
    var unwanted = metadata.getAnnotations().get(WithoutRole.class);
    return (!wanted.isPresent() || names(wanted, part)) && !names(unwanted, part);
  }

  private static boolean names(MergedAnnotation<?> annotation, Part part) {
    return annotation.isPresent()
        && Arrays.stream(annotation.getEnumArray("value", Role.class)).anyMatch(part::has);
  }
}
