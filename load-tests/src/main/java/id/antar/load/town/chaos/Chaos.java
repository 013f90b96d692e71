package id.antar.load.town.chaos;

import id.antar.load.client.Incidents;
import id.antar.load.client.StreamLog;
import id.antar.load.client.StreamLog.Flow;
import id.antar.load.client.Unrest;
import id.antar.load.town.chaos.Cluster.Member;
import id.antar.load.town.chaos.Strike.Aim;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Strikes the processes of an engine, one after the other, while orders are under way. Each next
/// strike waits until everything is whole again, and falls only while there is something to spoil.
public final class Chaos {

  /// What the town tells of itself.
  ///
  /// @param hasWork whether orders are under way
  /// @param isOver whether none will be any more
  /// @param isWhole whether all streams are open
  public record Surroundings(
      BooleanSupplier hasWork, BooleanSupplier isOver, BooleanSupplier isWhole) {}

  private static final Duration WHOLE_WITHIN = Duration.ofMinutes(3);
  private static final Duration FLOWS_WITHIN = Duration.ofSeconds(30);
  private static final long LOOK_PAUSE_MILLIS = 200;

  private final Path file;
  private final List<Strike> script;
  private final Surroundings town;
  private final StreamLog log;
  private final Incidents incidents;
  private final Unrest unrest;
  private final Consumer<String> news;
  private final Checkup checkup = new Checkup();
  private final List<Struck> struck = new ArrayList<>();

  /// Those that there were in the beginning: all of them come back.
  private final Set<String> names = new HashSet<>();

  private volatile boolean done;

  /// @param file what whoever minds the processes writes
  /// @param news told what happens
  public Chaos(
      Path file,
      Surroundings town,
      StreamLog log,
      Incidents incidents,
      Unrest unrest,
      Consumer<String> news) {
    this(file, Strike.script(), town, log, incidents, unrest, news);
  }

  Chaos(
      Path file,
      List<Strike> script,
      Surroundings town,
      StreamLog log,
      Incidents incidents,
      Unrest unrest,
      Consumer<String> news) {
    this.file = file;
    this.script = script;
    this.town = town;
    this.log = log;
    this.incidents = incidents;
    this.unrest = unrest;
    this.news = news;
  }

  public boolean isDone() {
    return done;
  }

  public List<Struck> struck() {
    synchronized (struck) {
      return List.copyOf(struck);
    }
  }

  public void carryOut() throws InterruptedException {
    unrest.begin();
    try {
      Cluster.read(file).processes().forEach(member -> names.add(member.name()));
      for (Strike strike : script) {
        carryOut(strike);
      }
    } finally {
      unrest.end();
      done = true;
    }
  }

  private void carryOut(Strike strike) throws InterruptedException {
    await(() -> (town.hasWork().getAsBoolean() && isWhole(null)) || isOver(), WHOLE_WITHIN);
    if (isOver()) {
      incidents.report("the orders were over before all was struck", strike.title("nobody"));
      return;
    }
    Optional<Member> victim = find(strike.aim());
    if (victim.isEmpty()) {
      incidents.report("nobody there to strike", strike.aim().toString());
      return;
    }
    strike(strike, victim.get());
  }

  private boolean isOver() {
    return town.isOver().getAsBoolean();
  }

  private void strike(Strike strike, Member victim) throws InterruptedException {
    String title = strike.title(victim.name());
    news.accept(title);
    log.mark();
    long breaks = log.breaks();
    long start = System.nanoTime();
    hit(strike, victim);
    boolean whole = await(() -> isWhole(strike.endsIt() ? victim : null), WHOLE_WITHIN);
    double seconds = Struck.seconds(Duration.ofNanos(System.nanoTime() - start));
    if (!whole) {
      incidents.report("not whole again", title);
    }
    long facts = log.since(Flow.FACT);
    await(() -> log.since(Flow.FACT) > facts || isOver(), FLOWS_WITHIN);
    note(title, whole ? seconds : null, log.breaks() - breaks);
  }

  private void note(String title, @Nullable Double seconds, long broken) {
    synchronized (struck) {
      struck.add(
          new Struck(
              title,
              seconds,
              broken,
              Struck.seconds(log.longestBackSinceMark()),
              Struck.seconds(log.longestPause(Flow.FACT)),
              Struck.seconds(log.longestPause(Flow.OFFER)),
              Struck.seconds(log.longestPause(Flow.POSITION))));
    }
  }

  /// A process that was paused goes on whatever happens here.
  private static void hit(Strike strike, Member victim) throws InterruptedException {
    switch (strike.deed()) {
      case KILL -> signal("KILL", victim);
      case TERMINATE -> signal("TERM", victim);
      case PAUSE -> {
        try {
          signal("STOP", victim);
          TimeUnit.NANOSECONDS.sleep(strike.lasts().toNanos());
        } finally {
          signal("CONT", victim);
        }
      }
    }
  }

  private static void signal(String name, Member victim) {
    try {
      new ProcessBuilder("kill", "-" + name, Long.toString(victim.pid()))
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .onExit()
          .join();
    } catch (IOException e) {
      throw new UncheckedIOException("No signal can be sent to " + victim.name() + ".", e);
    }
  }

  private Optional<Member> find(Aim aim) {
    Cluster cluster = Cluster.read(file);
    return switch (aim) {
      case FIRST_GATEWAY -> cluster.list("gateway").stream().findFirst();
      case LAST_GATEWAY -> cluster.list("gateway").reversed().stream().findFirst();
      case COMMAND -> cluster.list("command").stream().findFirst();
      case QUERY -> cluster.list("query").stream().findFirst();
      case LEADER -> leader(cluster.list("dispatch"));
      case REDIS -> cluster.find("redis");
    };
  }

  private Optional<Member> leader(List<Member> dispatchers) {
    return dispatchers.stream()
        .filter(checkup::leads)
        .findFirst()
        .or(() -> dispatchers.stream().findFirst());
  }

  /// @param ended a process that has to be there again as another one
  private boolean isWhole(@Nullable Member ended) {
    Cluster cluster = Cluster.read(file);
    Set<String> there = new HashSet<>();
    cluster.processes().forEach(member -> there.add(member.name()));
    boolean replaced =
        ended == null
            || cluster.find(ended.name()).filter(member -> member.pid() != ended.pid()).isPresent();
    return replaced
        && there.containsAll(names)
        && cluster.processes().stream().allMatch(checkup::isWell)
        && town.isWhole().getAsBoolean();
  }

  private static boolean await(BooleanSupplier condition, Duration limit)
      throws InterruptedException {
    long deadline = System.nanoTime() + limit.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      TimeUnit.MILLISECONDS.sleep(LOOK_PAUSE_MILLIS);
    }
    return true;
  }
}
