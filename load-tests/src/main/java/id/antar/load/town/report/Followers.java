package id.antar.load.town.report;

import id.antar.load.client.StreamClient;
import id.antar.load.client.StreamLog;
import id.antar.load.client.Told;
import id.antar.load.town.life.World;
import id.antar.load.town.report.Result.Following;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Looks at the end whether all streams have told everything, once and in order, and whether no
/// order was in two couriers' hands. What is not so is an incident.
public final class Followers {

  private static final Duration CATCH_UP_WITHIN = Duration.ofSeconds(30);
  private static final int SAMPLES = 3;

  /// Where processes come and go, a stream has to be back so soon, if there is a gateway.
  private static final Duration BACK_WITHIN = Duration.ofSeconds(7);

  private final World world;
  private final long begin;
  private final List<String> samples = new ArrayList<>();
  private @Nullable Gaps gaps;
  private @Nullable Hands hands;

  /// @param begin where the log ended before the town began
  public Followers(World world, long begin) {
    this.world = world;
    this.begin = begin;
  }

  /// Every stream comes back once more, so that it has been told all that has happened until now.
  public void catchUp() throws InterruptedException {
    for (StreamClient stream : world.streams().list()) {
      if (!stream.catchUp(CATCH_UP_WITHIN)) {
        world.incidents().report("a stream did not come back in the end", stream.toString());
      }
    }
  }

  /// @param audit what the engine says has become of each order
  public void compare(Audit audit) throws InterruptedException {
    List<Told> told = world.streams().log().told();
    long end = Gaps.last(told);
    Optional<LogBook> log = LogBook.find(world.api(), world.operator(), begin, end);
    if (log.isEmpty()) {
      report("the log could not be read", List.of("not to " + end + " in time"));
      return;
    }
    compare(told, log.get(), audit);
  }

  private void compare(List<Told> told, LogBook log, Audit audit) {
    Gaps compared = new Gaps(log);
    compared.check(told);
    Hands seen = new Hands(log);
    gaps = compared;
    hands = seen;
    report("streams have not told all", compared.missing());
    report("streams have told something twice", compared.twice());
    report("streams have told something out of order", compared.disordered());
    report("streams have told what is not so", compared.unknown());
    report("streams have told what was not compared", compared.uncompared());
    if (!told.isEmpty() && compared.topics() == 0) {
      report("streams were not compared", List.of("none of " + told.size() + " topics"));
    }
    report("an order was in two hands", seen.wrong());
    report("orders are not as delivered as the log says", seen.contradictions(audit.outcomes()));
  }

  /// @param cluster whether the engine is several processes
  public void judgeBreaks(boolean cluster) {
    Duration longest = world.streams().log().longestBack();
    if (cluster && longest.compareTo(BACK_WITHIN) > 0) {
      world
          .incidents()
          .report("a stream was not back in time", "it took %d ms".formatted(longest.toMillis()));
    }
  }

  private void report(String what, List<String> wrong) {
    wrong.forEach(sample -> world.incidents().report(what, sample));
    samples.addAll(wrong.stream().limit(SAMPLES).toList());
  }

  Following result() {
    StreamLog log = world.streams().log();
    Gaps found = gaps == null ? new Gaps(new LogBook(List.of())) : gaps;
    return new Following(
        log.opened(),
        log.breaks(),
        log.moves(),
        log.back(),
        log.longestBack().toMillis() / 1000.0,
        log.backAfterOutage(),
        found.topics(),
        found.facts(),
        found.missing().size(),
        found.twice().size(),
        found.disordered().size(),
        found.unknown().size(),
        hands == null ? 0 : hands.offers(),
        List.copyOf(samples));
  }
}
