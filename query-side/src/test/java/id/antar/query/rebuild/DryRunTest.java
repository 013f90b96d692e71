package id.antar.query.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import id.antar.query.projection.Fold;
import id.antar.query.projection.Projector;
import id.antar.query.projection.Recorded;
import id.antar.query.projection.Row;
import id.antar.query.projection.Rows;
import id.antar.query.projection.Storage;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DryRunTest {

  private final Tills tills = new Tills();
  private final Told told = new Told(Path.of("none"));

  private void dryRun(EventMessage<?>... parked) {
    new DryRun<>(new Projector<>(new TillFold(), tills), told).run(List.of(parked));
  }

  @Test
  void whatWouldChangeIsToldAndNothingIsWritten() {
    tills.stored.put("bar", new Row<>(new Till(5), 1, Map.of("a", 0L)));

    dryRun(paid("a", 1, "bar", 3), paid("a", 2, "bar", 2), paid("b", 0, "hall", 7));

    assertThat(told.summary)
        .containsExactly(
            "3 parked events: 2 rows would change, 0 sources would stay parked",
            "bar: cents: now 5, then 10",
            "hall: would be new");
    assertThat(told.findings).isEmpty();
    assertThat(tills.stored).containsOnlyKeys("bar");
    assertThat(tills.saves).isZero();
  }

  @Test
  void anEventThatIsInTheRowAlreadyChangesNothing() {
    tills.stored.put("bar", new Row<>(new Till(5), 1, Map.of("a", 4L)));

    dryRun(paid("a", 4, "bar", 3));

    assertThat(told.summary)
        .containsExactly("1 parked events: 0 rows would change, 0 sources would stay parked");
  }

  @Test
  void whatFailsAgainHoldsUpItsSourceAndNoOther() {
    dryRun(paid("a", 0, "bar", -1), paid("a", 1, "bar", 3), paid("b", 0, "hall", 7));

    assertThat(told.summary)
        .hasSize(3)
        .element(0)
        .asString()
        .contains("Paid of a", "would fail again: IllegalArgumentException");
    assertThat(told.summary).contains("hall: would be new");
    assertThat(told.summary.get(1)).endsWith("1 rows would change, 1 sources would stay parked");
  }

  record Paid(String till, int cents) {}

  record Till(int cents) {}

  private static EventMessage<?> paid(String source, long sequence, String till, int cents) {
    return new GenericDomainEventMessage<>("Source", source, sequence, new Paid(till, cents));
  }

  private static final class TillFold implements Fold<Till> {
    @Override
    public String name() {
      return "till";
    }

    @Override
    public Class<Till> stateType() {
      return Till.class;
    }

    @Override
    public List<Class<?>> eventTypes() {
      return List.of(Paid.class);
    }

    @Override
    public Collection<String> keys(Object event) {
      return List.of(((Paid) event).till());
    }

    @Override
    public Till evolve(String key, @Nullable Till before, Recorded recorded) {
      int cents = ((Paid) recorded.event()).cents();
      if (cents < 0) {
        throw new IllegalArgumentException("Nobody pays " + cents + ".");
      }
      return new Till(cents + (before == null ? 0 : before.cents()));
    }

    @Override
    public Object view(Till state) {
      return state;
    }
  }

  private static final class Tills implements Rows<Till>, Storage<Till> {
    final Map<String, Row<Till>> stored = new HashMap<>();
    int saves;

    @Override
    public Map<String, Supplier<Row<Till>>> load(Collection<String> keys) {
      Map<String, Supplier<Row<Till>>> found = new HashMap<>();
      stored.forEach((key, row) -> {
        if (keys.contains(key)) {
          found.put(key, () -> row);
        }
      });
      return found;
    }

    @Override
    public void save(Map<String, Row<Till>> rows) {
      saves++;
    }

    @Override
    public List<Keyed<Till>> page(@Nullable String afterKey, int limit) {
      return List.of();
    }

    @Override
    public String name() {
      return "till";
    }

    @Override
    public Rows<Till> live() {
      return this;
    }

    @Override
    public Rows<Till> createFresh() {
      throw new UnsupportedOperationException();
    }

    @Override
    public void replaceLive() {
      throw new UnsupportedOperationException();
    }

    @Override
    public void dropFresh() {
      throw new UnsupportedOperationException();
    }
  }
}
