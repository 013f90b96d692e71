package id.antar.load.fanout;

import id.antar.load.fanout.peer.Peer;
import id.antar.load.fanout.wire.Line;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Several servers with the same crowd, one after the other, in rounds. Only ratios within a round
/// are compared, because the machine is not the same from one minute to the next.
final class Comparison {

  private static final int SETTLES_SECONDS = 3;
  private static final double NOW_AND_THEN = 0.1;

  private final PeerOptions options;
  private final PrintStream out;
  private final Map<String, List<Measurement>> turns = new LinkedHashMap<>();
  private final Map<String, Double> kibIdle = new LinkedHashMap<>();

  Comparison(PeerOptions options, PrintStream out) {
    this.options = options;
    this.out = out;
  }

  /// @return whether everything arrived everywhere
  boolean run() throws InterruptedException {
    List<Contestant> contestants = new ArrayList<>();
    try {
      contestants.add(AntarContestant.start(options, out));
      int bytes = messageBytes(contestants.getFirst());
      out.printf("messages of %d bytes%n", bytes);
      for (Peer peer : options.peers()) {
        startPeer(peer, bytes, contestants);
      }
      for (Contestant contestant : contestants) {
        kibIdle.put(contestant.name(), kibIdle(contestant));
      }
      for (int round = 0; round < options.rounds(); round++) {
        round(round, contestants);
      }
    } finally {
      contestants.forEach(Contestant::close);
    }
    var table = new ComparisonTable(nearlyAll(), turns, kibIdle);
    out.print(table);
    return table.isComplete();
  }

  /// Of two fixes between two pictures of a map the later one is shown.
  private double nearlyAll() {
    return options.isViewport() ? 0.9 : 0.999;
  }

  private void startPeer(Peer peer, int bytes, List<Contestant> contestants)
      throws InterruptedException {
    var missing = peer.missing();
    if (missing.isPresent()) {
      out.printf(
          "%n*** %s IS LEFT OUT: it is not installed. It needs: %s%n%n",
          peer.title(), missing.get());
    } else {
      contestants.add(PeerContestant.start(peer, options, bytes));
    }
  }

  /// As large as Antar's own; what a position takes of a viewport is another matter, there a
  /// message is as it would be on an order's topic.
  private int messageBytes(Contestant antar) throws InterruptedException {
    if (options.isViewport()) {
      return PeerOptions.POSITION_BYTES;
    }
    List<Line> lines = antar.open(options.topics());
    antar.crowd().pace(options.rate());
    Measurement seen = new Gauge(antar.crowd(), antar.pid()).measure(SETTLES_SECONDS);
    antar.crowd().pace(NOW_AND_THEN);
    antar.part(lines);
    return (int) Math.round(seen.count().bytesEach());
  }

  /// Of a process that has had as many connections before.
  private double kibIdle(Contestant contestant) throws InterruptedException {
    contestant.part(contestant.open(options.sockets()));
    TimeUnit.SECONDS.sleep(SETTLES_SECONDS);
    long before = Gauge.residentKib(contestant.pid());
    List<Line> lines = contestant.open(options.sockets());
    TimeUnit.SECONDS.sleep(SETTLES_SECONDS);
    long after = Gauge.residentKib(contestant.pid());
    contestant.part(lines);
    return (double) (after - before) / options.sockets();
  }

  private void round(int round, List<Contestant> contestants) throws InterruptedException {
    List<Contestant> inTurn = new ArrayList<>(contestants);
    Collections.rotate(inTurn, round);
    for (Contestant contestant : inTurn) {
      List<Line> lines = contestant.open(options.sockets());
      contestant.crowd().pace(pace(contestant));
      TimeUnit.SECONDS.sleep(options.warmUp());
      Measurement turn = new Gauge(contestant.crowd(), contestant.pid()).measure(options.seconds());
      contestant.crowd().pace(contestant instanceof AntarContestant ? NOW_AND_THEN : 0);
      contestant.part(lines);
      turns.computeIfAbsent(contestant.name(), _ -> new ArrayList<>()).add(turn);
      out.printf("round %d  %s%n%s", round + 1, contestant.name(), turn);
    }
    out.print(contestants.getFirst().crowd().goings());
  }

  /// Where all couriers share one topic, its only publisher sends for all of them.
  private double pace(Contestant contestant) {
    boolean alone = options.isViewport() && contestant instanceof PeerContestant;
    return alone ? options.rate() * options.seen() : options.rate();
  }
}
