package id.antar.load.fanout;

import id.antar.load.client.Door;
import id.antar.load.fanout.crowd.Crowd;
import id.antar.load.fanout.scene.Access;
import id.antar.load.fanout.scene.AntarTarget;
import id.antar.load.fanout.scene.FactTeller;
import id.antar.load.fanout.scene.Order;
import id.antar.load.fanout.scene.Scene;
import id.antar.load.fanout.server.Talk;
import id.antar.load.fanout.wire.Line;
import id.antar.load.town.report.FanOut;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A scene in an engine, with its couriers' phones connected.
final class Bench implements AutoCloseable {

  /// Often enough that the engine knows where the couriers are.
  private static final double NOW_AND_THEN = 0.1;

  private static final Pattern CONNECTIONS =
      Pattern.compile("^antar_stream_connections(?:\\{[^}]*})? ([0-9.eE+]+)", Pattern.MULTILINE);

  private final EngineRun engine;
  private final Access access;
  private final Scene scene;
  private final AntarTarget target;
  private final Crowd crowd;

  private Bench(EngineRun engine, Access access, Scene scene, int threads) {
    this.engine = engine;
    this.access = access;
    this.scene = scene;
    this.target = new AntarTarget(engine.url(), scene, access);
    this.crowd = new Crowd(target, threads);
  }

  /// @param crowded all couriers at one place
  static Bench with(
      EngineRun engine, int couriers, boolean crowded, int threads, Consumer<String> progress)
      throws InterruptedException {
    Access access = new Access(engine.url(), engine.tokenFile());
    Scene scene = Scene.settle(access, couriers, crowded, progress);
    Bench bench = new Bench(engine, access, scene, threads);
    try {
      bench.crowd.openPublishers(couriers, scene::audience);
      bench.crowd.pace(NOW_AND_THEN);
      scene.startShifts();
      return bench;
    } catch (RuntimeException e) {
      bench.close();
      throw e;
    }
  }

  Scene scene() {
    return scene;
  }

  AntarTarget target() {
    return target;
  }

  Crowd crowd() {
    return crowd;
  }

  Gauge gauge() {
    return new Gauge(crowd, engine.pid());
  }

  long pid() {
    return engine.pid();
  }

  List<Line> openFollowers(int count) throws InterruptedException {
    List<Line> lines = crowd.openFollowers(count);
    for (int i = 0; i < count; i++) {
      Order order = target.orderOf(i);
      scene.follow(order);
      crowd.facts().follows(i, order.orderId());
    }
    return lines;
  }

  /// Staff, each of whom sees all couriers of the scene.
  List<Line> openViewers(int count) throws InterruptedException {
    List<Talk> talks = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      talks.add(target.view(scene.staff(i)));
    }
    List<Line> lines = crowd.openViewers(count, talks::get, access.aheadMicros());
    scene.seenBy(count);
    return lines;
  }

  /// Ends what was opened; nobody follows any more.
  void part(List<Line> lines) {
    crowd.part(lines);
    scene.unfollowed();
  }

  FactTeller tellFacts(double perSecond) {
    return new FactTeller(access, scene.orders(), crowd.facts(), perSecond);
  }

  /// Live connections, as the engine counts them.
  int connections() {
    return access
        .door()
        .findText("/metrics")
        .map(CONNECTIONS::matcher)
        .filter(Matcher::find)
        .map(line -> (int) Double.parseDouble(line.group(1)))
        .orElse(0);
  }

  /// The engine's own measure, from the receipt of a position to the sockets, over its last hour.
  String receiptToSocket() {
    Door door = access.door();
    FanOut fanOut = new FanOut();
    door.findText("/metrics").ifPresent(fanOut::read);
    return fanOut.p50Millis() == null
        ? "not told"
        : String.format(
            Locale.ROOT, "p50 %.2f  p99 %.2f ms", fanOut.p50Millis(), fanOut.p99Millis());
  }

  @Override
  public void close() {
    crowd.pace(0);
    scene.close();
    crowd.close();
  }
}
