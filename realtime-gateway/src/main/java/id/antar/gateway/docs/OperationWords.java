package id.antar.gateway.docs;

import id.antar.api.message.Actor.Role;
import id.antar.gateway.identity.Allowed;
import id.antar.gateway.identity.AnyRole;
import io.swagger.v3.oas.models.Operation;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.web.method.HandlerMethod;

/// Groups the operations by capability, and says of each what it is called and who may call it.
final class OperationWords implements GlobalOperationCustomizer {

  @Override
  public Operation customize(Operation operation, HandlerMethod method) {
    String[] packages = method.getBeanType().getPackageName().split("\\.");
    return operation
        .tags(List.of(packages[packages.length - 1]))
        .summary(words(method.getMethod().getName()))
        .description(callers(method));
  }

  private static String words(String name) {
    String spaced = name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    return spaced.substring(0, 1).toUpperCase(Locale.ROOT) + spaced.substring(1);
  }

  private static String callers(HandlerMethod method) {
    Allowed allowed = method.getMethodAnnotation(Allowed.class);
    if (allowed != null) {
      return "For: "
          + Arrays.stream(allowed.value())
              .map(OperationWords::word)
              .collect(Collectors.joining(", "))
          + ".";
    }
    AnyRole anyRole = method.getMethodAnnotation(AnyRole.class);
    if (anyRole == null) {
      return "For everybody.";
    }
    return anyRole.recipientToo()
        ? "For everybody with an account or the order's tracking link; what they see depends on who"
            + " they are."
        : "For everybody with an account; what they see depends on who they are.";
  }

  private static String word(Role role) {
    return role.name().toLowerCase(Locale.ROOT);
  }
}
