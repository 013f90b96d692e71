package id.antar.infra.startup;

import id.antar.infra.role.Part;
import id.antar.infra.role.Role;
import org.springframework.context.annotation.ImportSelector;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotationMetadata;

/// Imports the sides that the process runs.
public final class RolesSelector implements ImportSelector {
  private final Environment environment;

  public RolesSelector(Environment environment) {
    this.environment = environment;
  }

  @Override
  public String[] selectImports(AnnotationMetadata importing) {
    return Part.of(environment).roles().stream()
        .sorted()
        .map(Role::configuration)
        .toArray(String[]::new);
  }
}
