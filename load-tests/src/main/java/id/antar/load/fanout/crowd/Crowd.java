package id.antar.load.fanout.crowd;

import id.antar.load.fanout.measure.Deliveries;
import id.antar.load.fanout.measure.FactLedger;
import id.antar.load.fanout.server.Talk;
import id.antar.load.fanout.server.Target;
import id.antar.load.fanout.wire.Line;
import id.antar.load.fanout.wire.SocketLoop;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// All clients of one server. The publishers are on the first loop, the others on all in turn.
public final class Crowd implements AutoCloseable {

  private static final int CONNECTING_AT_ONCE = 64;
  private static final long LONGEST_MINUTES = 5;
  private static final int AS_THE_SYSTEM_PLEASES = 0;

  private final Target target;
  private final List<SocketLoop> loops;
  private final Deliveries deliveries = new Deliveries();
  private final FactLedger facts = new FactLedger();
  private final Goings goings = new Goings();
  private @Nullable Publishing publishing;

  public Crowd(Target target, int threads) {
    this.target = target;
    this.loops = IntStream.range(0, threads).mapToObj(i -> new SocketLoop("sockets-" + i)).toList();
  }

  public Deliveries deliveries() {
    return deliveries;
  }

  public FactLedger facts() {
    return facts;
  }

  public Goings goings() {
    return goings;
  }

  /// Connects those who publish; they send nothing yet.
  ///
  /// @param audience how many followers a publisher has at the moment
  public void openPublishers(int count, IntUnaryOperator audience) throws InterruptedException {
    List<Line> lines =
        open(count, i -> new Publisher(target.publish(i), goings), 1, AS_THE_SYSTEM_PLEASES);
    publishing = new Publishing(target, lines, audience, deliveries);
    loops.getFirst().tickBy(publishing);
  }

  public List<Line> openFollowers(int count) throws InterruptedException {
    return open(
        count,
        i -> new Follower(i, target.follow(i), deliveries, facts, goings),
        loops.size(),
        AS_THE_SYSTEM_PLEASES);
  }

  /// Clients that count nothing and hold little back in the system's buffers.
  public List<Line> openSleepers(int count, IntFunction<Talk> talk, int receiveBuffer)
      throws InterruptedException {
    return open(count, i -> new Sleeper(talk.apply(i), goings), loops.size(), receiveBuffer);
  }

  public List<Line> openViewers(int count, IntFunction<Talk> talk, long engineAheadMicros)
      throws InterruptedException {
    return open(
        count,
        i -> new Viewer(talk.apply(i), deliveries, goings, engineAheadMicros),
        loops.size(),
        AS_THE_SYSTEM_PLEASES);
  }

  /// Messages per second of each publisher from now on; 0 for none.
  public void pace(double perSecondEach) {
    Publishing now = publishing;
    if (now != null) {
      loops.getFirst().join(() -> now.pace(perSecondEach));
    }
  }

  /// Does something with each line, on the thread that it belongs to.
  public void each(List<Line> lines, Consumer<Line> action) {
    for (Line line : lines) {
      line.loop().join(() -> action.accept(line));
    }
  }

  /// Ends some lines without a word; nothing is missed by those.
  public void part(List<Line> lines) {
    goings.over();
    each(lines, Line::cut);
    goings.begin();
  }

  @Override
  public void close() {
    goings.over();
    loops.forEach(SocketLoop::close);
  }

  private List<Line> open(int count, IntFunction<Party> party, int onLoops, int receiveBuffer)
      throws InterruptedException {
    Semaphore room = new Semaphore(CONNECTING_AT_ONCE);
    List<CompletableFuture<Line>> lines = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      if (!room.tryAcquire(LONGEST_MINUTES, TimeUnit.MINUTES)) {
        throw new IllegalStateException("Only " + i + " of " + count + " connections came about.");
      }
      Party next = party.apply(i);
      lines.add(next.ready().whenComplete((_, _) -> room.release()));
      var _ = loops.get(i % onLoops).connect(target.address(), next.upgrade(), next, receiveBuffer);
    }
    return lines.stream()
        .map(line -> line.orTimeout(LONGEST_MINUTES, TimeUnit.MINUTES).join())
        .toList();
  }
}
