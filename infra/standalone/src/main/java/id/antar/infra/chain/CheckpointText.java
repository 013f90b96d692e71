package id.antar.infra.chain;

import id.antar.api.ops.LogCheckpoint;
import tools.jackson.databind.json.JsonMapper;

/// A checkpoint as one line of JSON.
final class CheckpointText {
  private static final JsonMapper JSON = JsonMapper.shared();

  private CheckpointText() {}

  static String write(LogCheckpoint checkpoint) {
    return JSON.writeValueAsString(checkpoint);
  }

  static LogCheckpoint read(String line) {
    return JSON.readValue(line, LogCheckpoint.class);
  }
}
