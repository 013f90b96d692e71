package id.antar.infra.cluster;

import java.util.Set;

/// The processes of the engine that are there, by what they call each other.
public interface Processes {

  /// This process.
  String self();

  /// Those to which couriers report; this process may be one of them.
  Set<String> gateways();

  /// Whether one is heard, this process included, that handles commands.
  boolean hasCommands();
}
