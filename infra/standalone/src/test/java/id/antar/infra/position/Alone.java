package id.antar.infra.position;

import id.antar.infra.cluster.Processes;
import java.util.Set;

/// Of whom the cluster knows no gateway.
record Alone(String self) implements Processes {

  @Override
  public Set<String> gateways() {
    return Set.of();
  }

  @Override
  public boolean hasCommands() {
    return true;
  }
}
