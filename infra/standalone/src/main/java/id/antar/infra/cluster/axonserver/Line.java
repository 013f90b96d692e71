package id.antar.infra.cluster.axonserver;

import id.antar.infra.cluster.ClusterProperties.AxonServer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.axonframework.axonserver.connector.command.AxonServerCommandBus;
import org.axonframework.axonserver.connector.query.AxonServerQueryBus;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.distributed.RoutingStrategy;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.serialization.Serializer;

/// The connection to the server. One that is lost, or could not be made at the start, is tried
/// again every other second; then the server is told anew what this process handles.
final class Line {
  private static final long HEARTBEAT_MS = 2_000;
  private static final long SILENT_MS = 6_000;

  private final AxonServerConfiguration settings;
  private final AxonServerConnectionManager connections;

  private Line(AxonServerConfiguration settings) {
    this.settings = settings;
    this.connections =
        AxonServerConnectionManager.builder().axonServerConfiguration(settings).build();
  }

  /// @param self what the server calls this process
  /// @param component the server asks one of those that have the same
  static Line to(AxonServer server, String self, String component) {
    var settings =
        AxonServerConfiguration.builder()
            .servers(server.servers())
            .context(server.context())
            .clientId(self)
            .componentName(component)
            .maxMessageSize(Math.toIntExact(server.largestMessage().toBytes()))
            .suppressDownloadMessage()
            .build();
    if (!server.token().isBlank()) {
      settings.setToken(server.token());
    }
    settings.setSslEnabled(server.tls());
    if (!server.certificate().isBlank()) {
      settings.setCertFile(server.certificate());
    }
    settings.getHeartbeat().setInterval(HEARTBEAT_MS);
    settings.getHeartbeat().setTimeout(SILENT_MS);
    return new Line(settings);
  }

  /// @param received handles what the server brings
  AxonServerCommandBus commands(CommandBus received, ExecutorService work) {
    return AxonServerCommandBus.builder()
        .axonServerConnectionManager(connections)
        .configuration(settings)
        .localSegment(received)
        .serializer(new PlainBytes())
        .routingStrategy((RoutingStrategy) Envelope::routingKey)
        .executorServiceBuilder((_, _) -> work)
        .build();
  }

  /// @param received answers what the server brings
  /// @param types of answers, are written by it
  AxonServerQueryBus queries(QueryBus received, Serializer types, ExecutorService work) {
    return AxonServerQueryBus.builder()
        .axonServerConnectionManager(connections)
        .configuration(settings)
        .localSegment(received)
        .updateEmitter(received.queryUpdateEmitter())
        .messageSerializer(new PlainBytes())
        .genericSerializer(types)
        .queryExecutorServiceBuilder((_, _) -> work)
        .queryResponseExecutorServiceBuilder((_, _) -> work)
        .build();
  }

  /// What the server calls this process.
  String self() {
    return settings.getClientId();
  }

  /// Tries it for the first time, which takes some seconds where nobody answers.
  void open() {
    var _ = connections.getConnection();
  }

  /// Whether something can be sent.
  boolean isUp() {
    return connections.isConnected(settings.getContext());
  }

  /// Whether the server knows as well what this process handles.
  boolean isReady() {
    return isUp() && connections.getConnection().isReady();
  }

  /// From now on the server brings nothing more, once this is done, unless it fails or the
  /// connection is lost and made again; what it has brought can be answered.
  CompletableFuture<Void> refuse() {
    if (!isUp()) {
      return CompletableFuture.completedFuture(null);
    }
    var connection = connections.getConnection();
    return CompletableFuture.allOf(
        connection.commandChannel().prepareDisconnect(),
        connection.queryChannel().prepareDisconnect());
  }

  void close() {
    connections.shutdown();
  }
}
