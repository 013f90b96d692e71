package id.antar.bench.store;

import id.antar.infra.startup.EngineStart;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventProcessor;
import org.springframework.context.ConfigurableApplicationContext;

/// An engine's command side on its own database, in this process. Its processors are off: what they
/// make of the commands would be counted with them.
final class Engine implements AutoCloseable {

  private final ConfigurableApplicationContext context;

  private Engine(ConfigurableApplicationContext context) {
    this.context = context;
  }

  /// @param instead configurations whose beans take the place of the engine's
  static Engine start(Path work, Class<?>... instead) {
    List<String> options =
        new ArrayList<>(
            List.of(
                "--antar.work=" + work,
                "--antar.quiet=true",
                "--antar.roles=command,gateway",
                "--antar.mysql.url=",
                "--antar.elasticsearch.url=http://localhost:1",
                "--server.port=0",
                "--spring.main.allow-bean-definition-overriding=true"));
    var engine = new Engine(EngineStart.application(instead).run(options.toArray(String[]::new)));
    engine
        .context
        .getBean(EventProcessingConfiguration.class)
        .eventProcessors()
        .values()
        .forEach(EventProcessor::shutDown);
    return engine;
  }

  CommandGateway commands() {
    return context.getBean(CommandGateway.class);
  }

  @Override
  public void close() {
    context.close();
  }
}
