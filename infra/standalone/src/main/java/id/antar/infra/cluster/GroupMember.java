package id.antar.infra.cluster;

import id.antar.infra.cluster.Nodes.Handled;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/// One of a group by JGroups: says what it handles, and that it handles nothing any more.
final class GroupMember implements Belonging {
  private final Cluster cluster;
  private final String group;
  private final ClusterCommands commands;
  private final ClusterQueries queries;
  private final Answering answering;

  GroupMember(
      Cluster cluster,
      String group,
      ClusterCommands commands,
      ClusterQueries queries,
      Answering answering) {
    this.cluster = cluster;
    this.group = group;
    this.commands = commands;
    this.queries = queries;
    this.answering = answering;
  }

  @Override
  public void join() {
    try {
      cluster.join(group, answering);
    } catch (Exception e) {
      throw new IllegalStateException("The cluster " + group + " cannot be joined.", e);
    }
    announce(commands.handled(), queries.handled());
  }

  @Override
  public void leave() {
    announce(Set.of(), Set.of());
  }

  private void announce(Set<String> commands, Set<String> queries) {
    cluster.announce(new Handled(cluster.name(), true, commands, queries));
  }

  @Override
  public CompletableFuture<Void> answered() {
    return cluster.answered();
  }

  @Override
  public boolean isJoined() {
    return cluster.isJoined();
  }

  @Override
  public void close() {
    cluster.close();
  }
}
