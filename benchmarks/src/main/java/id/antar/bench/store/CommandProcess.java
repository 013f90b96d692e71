package id.antar.bench.store;

import id.antar.infra.servers.DatabaseAddress;
import id.antar.infra.startup.EngineStart;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventProcessor;

/// A process that handles commands and nothing else: its processors are off, as in [Engine]. The
/// one line that it says is where its database is; it ends when it is killed.
public final class CommandProcess {

  private CommandProcess() {}

  public static void main(String[] options) {
    var process = EngineStart.application().run(options);
    process
        .getBean(EventProcessingConfiguration.class)
        .eventProcessors()
        .values()
        .forEach(EventProcessor::shutDown);
    DatabaseAddress database = process.getBean(DatabaseAddress.class);
    System.out.printf(
        "mysql://%s:%s@%s:%d/%s%n",
        database.user(),
        database.password(),
        database.host(),
        database.port(),
        database.database());
  }
}
