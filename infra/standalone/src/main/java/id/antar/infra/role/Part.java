package id.antar.infra.role;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/// What this process is of its engine.
///
/// @param alone whether there is no other process of the same engine
/// @param roles the sides that it runs
public record Part(boolean alone, Set<Role> roles) {
  public Part {
    roles = Set.copyOf(roles);
  }

  /// All sides where `antar.roles` names none; alone where `antar.cluster.name` is blank.
  public static Part of(Environment environment) {
    Binder settings = Binder.get(environment);
    List<Role> roles =
        Optional.ofNullable(settings.bind("antar.roles", Bindable.listOf(Role.class)).orElse(null))
            .filter(named -> !named.isEmpty())
            .orElse(List.of(Role.values()));
    boolean alone = settings.bind("antar.cluster.name", String.class).orElse("").isBlank();
    return new Part(alone, Set.copyOf(roles));
  }

  public boolean has(Role role) {
    return roles.contains(role);
  }

  /// In the order of the sides, as the setting has them.
  @Override
  public String toString() {
    return roles.stream()
        .sorted()
        .map(it -> it.name().toLowerCase(Locale.ROOT))
        .collect(joining(","));
  }
}
