package id.antar.command.decider;

import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import org.axonframework.config.Configuration;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;

/// Aggregates of one type as commands on something else ask them, each within its command's unit of
/// work.
///
/// The one that is asked is locked until that is committed: in this process its answer holds as
/// long as it is needed. Another process may change it meanwhile, as if it had come a moment later;
/// what it changed before counts, because an answer from [Memory] has to be proved.
public final class Asked<A> {

  private final Repository<A> repository;
  private final Callable<A> missing;
  private final ProveMemory proof;

  private Asked(Repository<A> repository, Callable<A> missing, ProveMemory proof) {
    this.repository = repository;
    this.missing = missing;
    this.proof = proof;
  }

  /// @param missing makes one of which nothing is stored; it is asked, too
  public static <A> Asked<A> of(Configuration axon, Class<A> type, Callable<A> missing) {
    return new Asked<>(
        axon.repository(type),
        missing,
        axon.getComponent(ProveMemory.class, () -> ProveMemory.ALONE));
  }

  /// Only asks: no events may follow for the aggregate.
  public <T> T ask(Object id, Function<A, T> question) {
    return loaded(
        id,
        aggregate -> {
          requireProof(StreamId.of(id), aggregate);
          return aggregate.invoke(question);
        });
  }

  /// Has the aggregate record something. Its events are the proof.
  public void tell(Object id, Consumer<A> fact) {
    Object _ =
        loaded(
            id,
            aggregate -> {
              aggregate.execute(fact);
              return aggregate;
            });
  }

  private <T> T loaded(Object id, Function<Aggregate<A>, T> work) {
    try {
      return work.apply(repository.loadOrCreate(StreamId.of(id), missing));
    } catch (RuntimeException failed) {
      throw failed;
    } catch (Exception failed) {
      throw new IllegalStateException(id + " not read.", failed);
    }
  }

  private void requireProof(String stream, Aggregate<A> aggregate) {
    if (Memory.hasServed() && !proof.isLast(stream, aggregate.version())) {
      Memory.requireStore();
    }
  }
}
