package id.antar.infra.startup;

import java.util.List;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.ImportSelector;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotationMetadata;

/// Imports the sides that `antar.roles` names; all of them if it names none.
public final class RolesSelector implements ImportSelector {
  private final Environment environment;

  public RolesSelector(Environment environment) {
    this.environment = environment;
  }

  @Override
  public String[] selectImports(AnnotationMetadata importing) {
    return Binder.get(environment)
        .bind("antar.roles", Bindable.listOf(Role.class))
        .orElse(List.of(Role.values()))
        .stream()
        .map(Role::configuration)
        .toArray(String[]::new);
  }
}
