package id.antar.infra.cluster;

import id.antar.api.message.Failure;
import id.antar.infra.cluster.Wire.Answer;
import id.antar.infra.cluster.Wire.Failed;
import id.antar.infra.cluster.Wire.NotUnderstood;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.queryhandling.QueryMessage;
import org.axonframework.queryhandling.QueryResponseMessage;
import org.jgroups.Address;
import org.jspecify.annotations.Nullable;

/// Answers what this process can, and asks others for the rest. As a query changes nothing, it is
/// asked of the next one that may know if one is gone or cannot answer for now.
final class ClusterQueries extends LocalFirst {

  private final Cluster cluster;
  private final Wire wire;
  private final Executor work;

  ClusterQueries(Cluster cluster, Wire wire, QueryBus local, Executor work) {
    super(local);
    this.cluster = cluster;
    this.wire = wire;
    this.work = work;
  }

  @Override
  protected <R> CompletableFuture<QueryResponseMessage<R>> askOthers(QueryMessage<?, R> query) {
    var asking = new Asking<>(query, cluster.patienceEnds());
    var asked = new HashSet<Address>();
    cluster.here().ifPresent(asked::add);
    work.execute(() -> askNext(asking, asked, null));
    return asking.answer();
  }

  /// @param asked who need not be asked again
  /// @param last why the one before did not answer
  private <R> void askNext(Asking<R> asking, Set<Address> asked, @Nullable Failure last) {
    var next = cluster.nodes().answering(asking.name(), asked);
    if (next.isPresent() && Instant.now().isBefore(asking.until())) {
      asked.add(next.get());
      ask(asking, asked, next.get());
    } else if (last != null) {
      asking.fail(last, null);
    } else {
      asking.findNobody();
    }
  }

  private <R> void ask(Asking<R> asking, Set<Address> asked, Address node) {
    byte[] request;
    try {
      request = wire.query(asking.query(), asking.until());
    } catch (RuntimeException e) {
      asking.answer().completeExceptionally(e);
      return;
    }
    var _ =
        cluster
            .ask(node, request)
            .whenCompleteAsync((reply, failure) -> take(asking, asked, reply, failure), work);
  }

  private <R> void take(
      Asking<R> asking, Set<Address> asked, byte @Nullable [] reply, @Nullable Throwable failure) {
    try {
      if (reply == null) {
        askNext(asking, asked, Unanswered.of(failure));
        return;
      }
      switch (wire.readReply(reply)) {
        case Answer(var payload, var metaData) -> asking.succeed(payload, metaData);
        case Failed(var told) when told.kind() == Failure.Kind.DOWN -> askNext(asking, asked, told);
        case Failed(var told) -> asking.fail(told, null);
        case NotUnderstood() -> askNext(asking, asked, Unanswered.notUnderstood());
      }
    } catch (RuntimeException e) {
      asking.answer().completeExceptionally(e);
    }
  }
}
