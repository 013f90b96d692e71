package id.antar.infra.cluster;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.List;
import java.util.Set;

/// The processes of the engine that are there, by what they call each other.
public interface Processes {

  /// This process.
  String self();

  /// All that this one knows, itself included.
  List<String> names();

  /// Those to which couriers report; this process may be one of them.
  default Set<String> gateways() {
    return names().stream().filter(NodeName::isGateway).collect(toUnmodifiableSet());
  }

  /// Whether one is heard, this process included, that handles commands.
  boolean hasCommands();
}
