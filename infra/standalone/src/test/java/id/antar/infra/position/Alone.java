package id.antar.infra.position;

import id.antar.infra.cluster.Processes;
import java.util.List;

/// Of whom the cluster knows nobody else, and not that it is a gateway.
record Alone(String self) implements Processes {

  @Override
  public List<String> names() {
    return List.of();
  }

  @Override
  public boolean hasCommands() {
    return true;
  }
}
