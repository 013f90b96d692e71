package id.antar.command.decider;

import java.util.concurrent.Callable;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/// What a command is decided on without reading the store: aggregates that were asked lately, and
/// one that is taken for new.
///
/// If events follow, the store proves it: it refuses a sequence number that another has taken, here
/// or in another engine. A decision from which none follows has no such proof, so it is not given,
/// and the command is handled again on what the store says.
public final class Memory {

  private static final String SERVED = Memory.class.getName();

  private static final ScopedValue<String> NEW = ScopedValue.newInstance();
  private static final ScopedValue<Boolean> SERVES = ScopedValue.newInstance();

  private Memory() {}

  /// Memory serves nobody else: whoever lets it must handle the command again without it if that
  /// ends in [StoreRequired] or in a conflict.
  public static <T> T serving(Callable<T> work) throws Exception {
    return ScopedValue.where(SERVES, true).call(work::call);
  }

  /// The work that loads an aggregate does not ask the store for it.
  public static <T> T takeForNew(String aggregate, Callable<T> work) throws Exception {
    return serves() ? ScopedValue.where(NEW, aggregate).call(work::call) : work.call();
  }

  public static boolean isTakenForNew(String aggregate) {
    boolean taken = NEW.isBound() && NEW.get().equals(aggregate);
    if (taken) {
      served();
    }
    return taken;
  }

  static boolean serves() {
    return SERVES.isBound();
  }

  static void served() {
    CurrentUnitOfWork.ifStarted(work -> work.root().resources().put(SERVED, true));
  }

  static boolean hasServed() {
    return CurrentUnitOfWork.map(UnitOfWork::root)
        .map(work -> work.resources().containsKey(SERVED))
        .orElse(false);
  }

  /// @throws StoreRequired if memory has served the command
  static void requireStore() {
    if (hasServed()) {
      throw new StoreRequired();
    }
  }

  /// Nobody who sent the command sees it.
  public static final class StoreRequired extends RuntimeException {
    private static final long serialVersionUID = 1;

    StoreRequired() {
      super("Decided on memory, without a proof.", null, false, false);
    }
  }
}
