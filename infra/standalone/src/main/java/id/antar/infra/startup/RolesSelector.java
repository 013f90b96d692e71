package id.antar.infra.startup;

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
    return Role.all(environment).stream().map(Role::configuration).toArray(String[]::new);
  }
}
