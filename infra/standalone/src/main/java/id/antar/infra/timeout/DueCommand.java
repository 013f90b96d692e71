package id.antar.infra.timeout;

import java.util.Map;

/// A command that waits for its time.
///
/// @param trail what it follows from: metadata of the command or event that scheduled it
record DueCommand(Object command, Map<String, String> trail) {
  DueCommand {
    trail = Map.copyOf(trail);
  }
}
