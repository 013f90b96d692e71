package id.antar.infra.deployment;

import java.util.Set;
import java.util.stream.Collectors;

/// What there is to ask below `/health`.
final class Health {
  private Health() {}

  static Set<String> groups() {
    return Deployment.document(
            Deployment.REPOSITORY.resolve("infra/standalone/src/main/resources/application.yaml"))
        .at("management", "endpoint.health", "group")
        .map()
        .keySet()
        .stream()
        .map(it -> it.replaceFirst("\\..*", ""))
        .collect(Collectors.toSet());
  }
}
