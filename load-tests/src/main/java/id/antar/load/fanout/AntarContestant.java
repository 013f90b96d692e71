package id.antar.load.fanout;

import id.antar.load.fanout.crowd.Crowd;
import id.antar.load.fanout.wire.Line;
import java.io.PrintStream;
import java.util.List;

/// The whole engine, on the same core as its peers.
final class AntarContestant implements Contestant {

  private final PinnedEngine engine;
  private final Bench bench;
  private final boolean viewport;

  private AntarContestant(PinnedEngine engine, Bench bench, boolean viewport) {
    this.engine = engine;
    this.bench = bench;
    this.viewport = viewport;
  }

  static AntarContestant start(PeerOptions options, PrintStream out) throws InterruptedException {
    PinnedEngine engine = PinnedEngine.start(options);
    boolean viewport = options.isViewport();
    int couriers = viewport ? options.seen() : options.topics();
    try {
      Bench bench = Bench.with(engine.run(), couriers, viewport, 1, out::println);
      if (!viewport) {
        bench.scene().placeOrders(couriers);
      }
      return new AntarContestant(engine, bench, viewport);
    } catch (RuntimeException e) {
      engine.close();
      throw e;
    }
  }

  @Override
  public String name() {
    return "antar";
  }

  @Override
  public long pid() {
    return bench.pid();
  }

  @Override
  public Crowd crowd() {
    return bench.crowd();
  }

  @Override
  public List<Line> open(int sockets) throws InterruptedException {
    return viewport ? bench.openViewers(sockets) : bench.openFollowers(sockets);
  }

  @Override
  public void part(List<Line> lines) {
    bench.part(lines);
  }

  @Override
  public void close() {
    bench.close();
    engine.close();
  }
}
