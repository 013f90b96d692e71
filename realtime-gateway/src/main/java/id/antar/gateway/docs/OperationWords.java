package id.antar.gateway.docs;

import static java.util.stream.Collectors.joining;

import id.antar.api.account.Permission;
import id.antar.api.account.RoleBundles;
import id.antar.api.message.Actor.Role;
import id.antar.gateway.identity.Requires;
import io.swagger.v3.oas.models.Operation;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.web.method.HandlerMethod;

/// Groups the operations by capability, and says of each what it is called and who may call it.
final class OperationWords implements GlobalOperationCustomizer {

  private static final Set<Role> ACCOUNTS =
      EnumSet.complementOf(EnumSet.of(Role.RECIPIENT, Role.SYSTEM));

  @Override
  public Operation customize(Operation operation, HandlerMethod method) {
    permission(operation, method);
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

  /// The permission by name, for programs and for whoever chooses what a key is good for.
  private static void permission(Operation operation, HandlerMethod method) {
    Requires requires = method.getMethodAnnotation(Requires.class);
    if (requires != null) {
      operation.addExtension(
          "x-permission", Arrays.stream(requires.value()).map(Permission::toString).toList());
    }
  }

  private static String callers(HandlerMethod method) {
    Requires requires = method.getMethodAnnotation(Requires.class);
    if (requires == null) {
      return "For everybody.";
    }
    Set<Role> roles = roles(requires.value());
    boolean recipientToo = roles.remove(Role.RECIPIENT);
    if (!roles.equals(ACCOUNTS)) {
      return "For: " + roles.stream().map(OperationWords::word).collect(joining(", ")) + ".";
    }
    String link = recipientToo ? " or the order's tracking link" : "";
    return "For everybody with an account" + link + "; what they see depends on who they are.";
  }

  private static Set<Role> roles(Permission... permissions) {
    return Arrays.stream(Role.values())
        .filter(role -> !Collections.disjoint(RoleBundles.of(role), Arrays.asList(permissions)))
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
  }

  private static String word(Role role) {
    return role.name().toLowerCase(Locale.ROOT);
  }
}
