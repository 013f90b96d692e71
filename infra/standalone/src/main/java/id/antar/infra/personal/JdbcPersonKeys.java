package id.antar.infra.personal;

import id.antar.api.person.PersonId;
import id.antar.infra.personal.PersonKeyTable.Stored;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/// Keys in the database, wrapped by a master key; those in use are remembered in the clear.
///
/// They have connections of their own: a key is asked for while an event is being written, inside a
/// transaction that holds a connection already, and waiting there for a second one of the same pool
/// can wait for ever. A key is therefore committed before the first event that needs it.
final class JdbcPersonKeys implements PersonKeys {
  private static final int CACHE_LIMIT = 100_000;

  /// So long may another engine on the same database still read after a key was dropped here, if it
  /// is not told.
  private static final long CACHE_NANOS = Duration.ofMinutes(1).toNanos();

  private final PersonKeyTable table;
  private final Wrapping wrapping;
  private final MasterKeys masters;
  private final Map<PersonId, Cached> cache = new ConcurrentHashMap<>();

  JdbcPersonKeys(PersonKeyTable table, Wrapping wrapping, MasterKeys masters) {
    this.table = table;
    this.wrapping = wrapping;
    this.masters = masters;
  }

  /// An engine with a wrong master key would read nobody's data and write data that nobody reads.
  void requireThatMastersFit() {
    table.examples().forEach(this::keyed);
  }

  private record Cached(Keyed keyed, long readNanos) {
    /// Who is forgotten stays so.
    boolean isFresh() {
      return keyed instanceof Keyed.Forgotten || System.nanoTime() - readNanos < CACHE_NANOS;
    }
  }

  @Override
  public Keyed find(PersonId person) {
    Cached cached = cache.get(person);
    return cached != null && cached.isFresh() ? cached.keyed() : read(person);
  }

  @Override
  public void fetch(Set<PersonId> persons) {
    List<PersonId> wanted = persons.stream().filter(Predicate.not(this::isCached)).toList();
    if (!wanted.isEmpty()) {
      table.find(wanted).forEach(stored -> keep(stored.person(), keyed(stored)));
    }
  }

  private boolean isCached(PersonId person) {
    Cached cached = cache.get(person);
    return cached != null && cached.isFresh();
  }

  @Override
  public Keyed keyOf(PersonId person) {
    Keyed found = find(person);
    if (!(found instanceof Keyed.Unknown)) {
      return found;
    }
    boolean _ =
        masters.withCurrent(master -> {
          table.insert(person, wrapping.fresh(person, master));
          return true;
        });
    return read(person);
  }

  @Override
  public void drop(PersonId person) {
    table.forget(person);
    keep(person, new Keyed.Forgotten());
  }

  private Keyed read(PersonId person) {
    Keyed keyed = table.find(person).map(this::keyed).orElseGet(Keyed.Unknown::new);
    if (!(keyed instanceof Keyed.Unknown)) {
      keep(person, keyed);
    }
    return keyed;
  }

  private Keyed keyed(Stored stored) {
    return stored.wrapped() == null
        ? new Keyed.Forgotten()
        : new Keyed.Held(wrapping.unwrap(stored.person(), stored.wrapped()));
  }

  /// What was read before a drop must not cover it.
  private void keep(PersonId person, Keyed keyed) {
    if (cache.size() >= CACHE_LIMIT) {
      cache.clear();
    }
    cache.merge(
        person,
        new Cached(keyed, System.nanoTime()),
        (before, now) -> before.keyed() instanceof Keyed.Forgotten ? before : now);
  }
}
