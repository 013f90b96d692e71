package id.antar.infra.work;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// `engine.json`: where the engine that runs in a work folder is to be reached.
public final class EngineFile {
  private static final String NAME = "engine.json";
  private static final JsonMapper JSON = JsonMapper.shared();

  private final WorkFolder work;

  private EngineFile(WorkFolder work) {
    this.work = work;
  }

  public record Engine(long pid, int port, URI url, String version, Instant startedAt) {
    /// A file that a killed engine left behind tells of no engine, nor does one whose process id
    /// has gone to a younger process.
    boolean isAlive() {
      return ProcessHandle.of(pid)
          .filter(ProcessHandle::isAlive)
          .flatMap(process -> process.info().startInstant().or(() -> Optional.of(startedAt)))
          .filter(since -> !since.isAfter(startedAt))
          .isPresent();
    }
  }

  public static EngineFile at(WorkFolder work) {
    return new EngineFile(work);
  }

  public void write(Engine engine) {
    work.write(NAME, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(engine) + "\n");
  }

  public void delete() {
    work.delete(NAME);
  }

  public Optional<Engine> find() {
    String text = work.find(NAME);
    if (text == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(JSON.readValue(text, Engine.class)).filter(Engine::isAlive);
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }
}
