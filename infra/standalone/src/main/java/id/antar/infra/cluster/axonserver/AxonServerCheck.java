package id.antar.infra.cluster.axonserver;

import id.antar.api.mode.ProductionCheck;
import id.antar.infra.cluster.ClusterProperties.AxonServer;
import java.util.ArrayList;
import java.util.List;

/// Whoever reaches the server can send commands.
record AxonServerCheck(AxonServer server) implements ProductionCheck {

  @Override
  public List<String> weaknesses() {
    var weak = new ArrayList<String>();
    if (server.token().isBlank()) {
      weak.add("antar.cluster.axon-server.token is blank: anybody could send commands.");
    }
    if (!server.tls()) {
      weak.add("antar.cluster.axon-server.tls is off: anybody on the way could read and change.");
    }
    return weak;
  }
}
