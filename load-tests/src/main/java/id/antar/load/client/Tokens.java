package id.antar.load.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// The file that the engine writes its development tokens to.
public final class Tokens {

  private final Path file;

  public Tokens(Path file) {
    this.file = file;
  }

  /// Read anew each time: an engine that starts again may have written new ones.
  public Optional<String> find(String role) {
    try {
      JsonNode token = Json.MAPPER.readTree(Files.readString(file)).path(role);
      return token.isString() ? Optional.of(token.stringValue()) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("The token file " + file + " cannot be read.", e);
    }
  }
}
