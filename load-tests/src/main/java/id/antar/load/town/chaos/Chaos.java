package id.antar.load.town.chaos;

import id.antar.load.client.Incidents;
import id.antar.load.client.StreamLog;
import id.antar.load.client.StreamLog.Flow;
import id.antar.load.client.Unrest;
import id.antar.load.town.chaos.Cluster.Member;
import id.antar.load.town.chaos.Strike.Aim;
import id.antar.load.town.chaos.Strike.Deed;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
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

  /// What is done, and for how long is waited for what has to come of it.
  ///
  /// @param wholeWithin until there is something to strike, and until it is whole again
  /// @param flowsWithin until something of each kind is told again once all is whole
  /// @param script for the processes that there are in the beginning
  record Plan(Function<Cluster, List<Strike>> script, Duration wholeWithin, Duration flowsWithin) {
    private static final Duration WHOLE = Duration.ofMinutes(3);
    private static final Duration FLOWS = Duration.ofSeconds(30);

    static final Plan USUAL = new Plan(_ -> Strike.script(), WHOLE, FLOWS);
    static final Plan UPGRADE = new Plan(Strike::rolling, WHOLE, FLOWS);
  }

  /// These have to go on after each strike; offers come only with new orders.
  private static final List<Flow> LASTING = List.of(Flow.FACT, Flow.POSITION);

  private static final long LOOK_PAUSE_MILLIS = 200;

  private final Path file;
  private final Plan plan;
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
  /// @param upgrade whether each is stopped in its turn, to be started as another version; else
  ///   they are killed, paused and stopped
  /// @param news told what happens
  public Chaos(
      Path file,
      boolean upgrade,
      Surroundings town,
      StreamLog log,
      Incidents incidents,
      Unrest unrest,
      Consumer<String> news) {
    this(file, upgrade ? Plan.UPGRADE : Plan.USUAL, town, log, incidents, unrest, news);
  }

  Chaos(
      Path file,
      Plan plan,
      Surroundings town,
      StreamLog log,
      Incidents incidents,
      Unrest unrest,
      Consumer<String> news) {
    this.file = file;
    this.plan = plan;
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
      Cluster cluster = Cluster.read(file);
      cluster.processes().forEach(member -> names.add(member.name()));
      for (Strike strike : plan.script().apply(cluster)) {
        carryOut(strike);
      }
      Cluster.read(file).processes().stream()
          .filter(Member::earlier)
          .forEach(member -> incidents.report("still of the earlier version", member.name()));
    } finally {
      unrest.end();
      done = true;
    }
  }

  private void carryOut(Strike strike) throws InterruptedException {
    boolean ready =
        await(
            () -> (town.hasWork().getAsBoolean() && isWhole(null)) || isOver(), plan.wholeWithin());
    if (isOver()) {
      incidents.report("the orders were over before all was struck", strike.title("nobody"));
      return;
    }
    if (!ready) {
      incidents.report("not whole or idle before a strike", strike.aim().toString());
    }
    Optional<Victim> victim = find(strike.aim()).map(Victim::of);
    if (victim.isEmpty()) {
      incidents.report("nobody there to strike", strike.aim().toString());
      return;
    }
    if (strike.deed() == Deed.CUT_OFF && !canBeCutOff(victim.get().member())) {
      news.accept(strike.title(victim.get().member().name()) + ": LEFT OUT, it needs root and nft");
      return;
    }
    strike(strike, victim.get());
  }

  private static boolean canBeCutOff(Member member) {
    return member.address() != null && Firewall.mayBeUsed();
  }

  private boolean isOver() {
    return town.isOver().getAsBoolean();
  }

  private void strike(Strike strike, Victim victim) throws InterruptedException {
    String title = strike.title(victim.member().name());
    news.accept(title);
    log.mark();
    long breaks = log.breaks();
    long sentAway = log.sentAway();
    long start = System.nanoTime();
    if (!hit(strike, victim)) {
      incidents.report("a strike did not get there", title);
      return;
    }
    Member ended = strike.endsIt() ? victim.member() : null;
    Double away =
        ended != null && await(() -> isBack(ended), plan.wholeWithin()) ? since(start) : null;
    Double whole = await(() -> isWhole(ended), plan.wholeWithin()) ? since(start) : null;
    if (whole == null) {
      incidents.report("not whole again", title);
    }
    awaitFlows(title);
    note(title, whole, away, log.breaks() - breaks, log.sentAway() - sentAway);
  }

  private static double since(long startNanos) {
    return Struck.seconds(Duration.ofNanos(System.nanoTime() - startNanos));
  }

  private void awaitFlows(String title) throws InterruptedException {
    Map<Flow, Long> before = new EnumMap<>(Flow.class);
    LASTING.forEach(flow -> before.put(flow, log.since(flow)));
    Predicate<Flow> goesOn = flow -> log.since(flow) > before.getOrDefault(flow, 0L);
    await(() -> LASTING.stream().allMatch(goesOn) || isOver(), plan.flowsWithin());
    for (Flow flow : LASTING) {
      if (!goesOn.test(flow) && town.hasWork().getAsBoolean() && !isOver()) {
        incidents.report("nothing of a kind came after a strike", flow + " after " + title);
      }
    }
  }

  private void note(
      String title, @Nullable Double whole, @Nullable Double away, long broken, long sentAway) {
    synchronized (struck) {
      struck.add(
          new Struck(
              title,
              whole,
              away,
              broken,
              sentAway,
              Struck.seconds(log.longestBackSinceMark()),
              Struck.seconds(log.longestPause(Flow.FACT)),
              Struck.seconds(log.longestPause(Flow.OFFER)),
              Struck.seconds(log.longestPause(Flow.POSITION))));
    }
  }

  /// A process that was paused goes on whatever happens here.
  ///
  /// @return whether it got there
  private static boolean hit(Strike strike, Victim victim) throws InterruptedException {
    return switch (strike.deed()) {
      case KILL -> victim.signal("KILL");
      case TERMINATE -> victim.signal("TERM");
      case PAUSE -> pause(strike.lasts(), victim);
      case CUT_OFF -> cutOff(strike.lasts(), victim);
    };
  }

  private static boolean cutOff(Duration lasts, Victim victim) throws InterruptedException {
    String address = victim.member().address();
    if (address == null || !Firewall.cutOff(address)) {
      return false;
    }
    boolean restored;
    try {
      TimeUnit.NANOSECONDS.sleep(lasts.toNanos());
    } finally {
      restored = Firewall.restore();
    }
    return restored;
  }

  private static boolean pause(Duration lasts, Victim victim) throws InterruptedException {
    if (!victim.signal("STOP")) {
      return false;
    }
    boolean goesOn;
    try {
      TimeUnit.NANOSECONDS.sleep(lasts.toNanos());
    } finally {
      goesOn = victim.signal("CONT");
    }
    return goesOn;
  }

  private Optional<Member> find(Strike.Target aim) {
    Cluster cluster = Cluster.read(file);
    return switch (aim) {
      case Strike.Named(String name) -> cluster.find(name);
      case Aim.FIRST_GATEWAY -> cluster.list("gateway").stream().findFirst();
      case Aim.LAST_GATEWAY -> cluster.list("gateway").reversed().stream().findFirst();
      case Aim.COMMAND -> cluster.list("command").stream().findFirst();
      case Aim.QUERY -> cluster.list("query").stream().findFirst();
      case Aim.LEADER -> leader(cluster.list("dispatch"));
      case Aim.REDIS -> cluster.find("redis");
    };
  }

  private Optional<Member> leader(List<Member> dispatchers) {
    return dispatchers.stream()
        .filter(checkup::leads)
        .findFirst()
        .or(() -> dispatchers.stream().findFirst());
  }

  /// @param ended a process that has to be there again as another one
  private boolean isBack(Member ended) {
    Cluster cluster = Cluster.read(file);
    boolean hasRedis = cluster.find("redis").isPresent();
    return cluster
        .find(ended.name())
        .filter(member -> member.pid() != ended.pid() && checkup.isWell(member, hasRedis))
        .isPresent();
  }

  private boolean isWhole(@Nullable Member ended) {
    Cluster cluster = Cluster.read(file);
    Set<String> there = new HashSet<>();
    cluster.processes().forEach(member -> there.add(member.name()));
    boolean hasRedis = cluster.find("redis").isPresent();
    return (ended == null || isBack(ended))
        && there.containsAll(names)
        && cluster.processes().stream().allMatch(it -> checkup.isWell(it, hasRedis))
        && cluster.processes().stream().allMatch(it -> checkup.knows(it, cluster.size()))
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
