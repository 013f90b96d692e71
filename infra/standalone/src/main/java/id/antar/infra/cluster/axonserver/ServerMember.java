package id.antar.infra.cluster.axonserver;

import id.antar.infra.cluster.Belonging;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// One of those between whom the server brings messages. It is one of them also while the server is
/// away, as long as it comes back.
final class ServerMember implements Belonging {
  private static final int SECONDS_TO_LEAVE = 2;

  private final Line line;
  private final Presence presence;
  private final ServerCommands commands;
  private final ServerQueries queries;
  private final Received received;

  ServerMember(
      Line line,
      Presence presence,
      ServerCommands commands,
      ServerQueries queries,
      Received received) {
    this.line = line;
    this.presence = presence;
    this.commands = commands;
    this.queries = queries;
    this.received = received;
  }

  @Override
  public void join() {
    line.open();
    commands.offer();
    queries.offer();
    presence.begin();
  }

  @Override
  public void leave() {
    line.refuse()
        .exceptionally(_ -> null)
        .completeOnTimeout(null, SECONDS_TO_LEAVE, TimeUnit.SECONDS)
        .join();
    received.refuse();
  }

  @Override
  public CompletableFuture<Void> answered() {
    return received.ended();
  }

  @Override
  public boolean isJoined() {
    return presence.isFresh();
  }

  @Override
  public void close() {
    presence.end();
    line.close();
  }
}
