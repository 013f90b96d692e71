package id.antar.dispatch.live;

import id.antar.api.dispatch.DispatchTerm;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Rounds, before which is seen to what others have changed: when a term begins, and each minute in
/// it. If that fails, rounds go on with what is known.
final class Upkeep implements Consumer<DispatchTerm> {

  private static final Duration EACH = Duration.ofMinutes(1);
  private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);

  private final Consumer<DispatchTerm> round;
  private final Runnable onTerm;
  private final Runnable eachMinute;
  private final LongSupplier nanos;
  private @Nullable DispatchTerm last;
  private long lastAt;

  Upkeep(Consumer<DispatchTerm> round, Runnable onTerm, Runnable eachMinute, LongSupplier nanos) {
    this.round = round;
    this.onTerm = onTerm;
    this.eachMinute = eachMinute;
    this.nanos = nanos;
  }

  @Override
  public void accept(DispatchTerm term) {
    boolean begins = !term.equals(last);
    last = term;
    if (begins) {
      attempt(onTerm);
    }
    if (begins || nanos.getAsLong() - lastAt >= EACH.toNanos()) {
      lastAt = nanos.getAsLong();
      attempt(eachMinute);
    }
    round.accept(term);
  }

  private static void attempt(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      LOG.warn("What other dispatchers have changed is not known.", e);
    }
  }
}
