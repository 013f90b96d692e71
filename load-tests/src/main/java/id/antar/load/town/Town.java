package id.antar.load.town;

import id.antar.load.client.Actor;
import id.antar.load.client.Api;
import id.antar.load.client.Door;
import id.antar.load.client.EngineGate;
import id.antar.load.client.EngineLostException;
import id.antar.load.client.Incidents;
import id.antar.load.client.Latencies;
import id.antar.load.client.MailFolder;
import id.antar.load.client.StreamLog;
import id.antar.load.client.Streams;
import id.antar.load.client.Tokens;
import id.antar.load.client.Unrest;
import id.antar.load.town.chaos.Chaos;
import id.antar.load.town.life.BoardWatch;
import id.antar.load.town.life.CourierLife;
import id.antar.load.town.life.Errands;
import id.antar.load.town.life.MerchantLife;
import id.antar.load.town.life.OrderBook;
import id.antar.load.town.life.PositionTrace;
import id.antar.load.town.life.Roaming;
import id.antar.load.town.life.Stage;
import id.antar.load.town.life.Tally;
import id.antar.load.town.life.World;
import id.antar.load.town.mishap.Chronicle;
import id.antar.load.town.mishap.Script;
import id.antar.load.town.report.FanOut;
import id.antar.load.town.report.Followers;
import id.antar.load.town.report.LogBook;
import id.antar.load.town.report.Progress;
import id.antar.load.town.report.Progress.Standing;
import id.antar.load.town.report.Result;
import id.antar.load.town.report.Result.Setting;
import id.antar.load.town.world.Dice;
import id.antar.load.town.world.People.Courier;
import id.antar.load.town.world.People.Customer;
import id.antar.load.town.world.People.Merchant;
import id.antar.load.town.world.Reception;
import id.antar.load.town.world.Settlers;
import id.antar.load.town.world.StreetMap;
import id.antar.load.town.world.TownClock;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A town's day: people settle, orders come, everybody does their part until every order has come
/// to its end, and then the books are checked against the engine.
final class Town implements AutoCloseable {

  private static final Duration ENGINE_MAY_BE_GONE = Duration.ofMinutes(10);
  private static final Duration PROBE_PAUSE = Duration.ofMillis(500);
  private static final Duration MAIL_TAKES_AT_MOST = Duration.ofMinutes(1);

  private static final double CUSTOMERS_PER_ORDER = 0.6;

  /// With fewer orders under way nothing could be seen of a blow.
  private static final int WORTH_STRIKING = 3;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneOffset.UTC);

  private final TownOptions options;
  private final Progress progress;
  private final Door door;
  private final EngineGate gate;
  private final TownClock clock = new TownClock();
  private final Incidents incidents = new Incidents();
  private final Latencies latencies = new Latencies();
  private final FanOut fanOut = new FanOut();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<MerchantLife> merchants = new ArrayList<>();
  private final List<CourierLife> couriers = new ArrayList<>();
  private final long startNanos = System.nanoTime();
  private final Thread clerk = Thread.currentThread();
  private int households;
  private final Unrest unrest = new Unrest();
  private volatile boolean lost;
  private volatile boolean over;

  Town(TownOptions options, Progress progress) {
    this.options = options;
    this.progress = progress;
    this.door = new Door(options.urls());
    this.gate =
        new EngineGate(
            () -> door.findClock().isPresent(), new Outage(), ENGINE_MAY_BE_GONE, PROBE_PAUSE);
  }

  /// @throws EngineLostException if the engine went away and stayed away
  Result live() throws InterruptedException {
    try {
      return day();
    } catch (InterruptedException e) {
      if (lost) {
        throw new EngineLostException("The engine did not come back. The town gives up.");
      }
      throw e;
    }
  }

  private Result day() throws InterruptedException {
    var _ = gate.doubt();
    gate.awaitUp();
    setClock();
    Tokens tokens = new Tokens(options.tokenFile());
    Api api = new Api(door, tokens, gate, latencies, incidents, unrest);
    String run = Long.toString(ThreadLocalRandom.current().nextLong(1L << 31), 36);
    Actor surveyor = Actor.operator("town-" + run);
    StreetMap map = StreetMap.survey(api, surveyor, Dice.of(options.seed(), "map"));
    World world =
        new World(
            api,
            new Streams(door, api, gate, incidents, new StreamLog(true)),
            clock,
            map,
            new OrderBook(),
            new Tally(),
            new PositionTrace(),
            new Script(
                options.calm(),
                options.orders(),
                options.couriers(),
                Dice.of(options.seed(), "script")),
            new Chronicle(story -> progress.say(TIME.format(clock.now()) + "  " + story)),
            incidents,
            new Errands(),
            surveyor,
            threads,
            options.seed(),
            run,
            new AtomicLong());
    Followers followers = new Followers(world, LogBook.end(api, surveyor));
    world.begin("clock", this::keepClock);
    world.begin("metrics", this::readMetrics);
    OrderStream orders = settle(world);
    BoardWatch board = new BoardWatch(world);
    board.begin();
    world.begin("roaming", new Roaming(world)::roam);
    world.begin("progress", () -> showProgress(world));
    Chaos chaos = beginChaos(world);
    Instant from = clock.now();
    orders.flow(options.orders(), gap(orders));
    Instant to = clock.now();
    awaitTheEnd(world, to.plus(options.patience()));
    over = true;
    awaitPeace(chaos);
    progress.say(standing(world).toString());
    return close(world, followers, chaos, from, to);
  }

  private @Nullable Chaos beginChaos(World world) {
    Path cluster = options.cluster();
    if (!(options.chaos() || options.upgrade()) || cluster == null) {
      return null;
    }
    Chaos chaos =
        new Chaos(
            cluster,
            options.upgrade(),
            new Chaos.Surroundings(
                () -> isBusy(world.book()), () -> over, world.streams()::areWhole),
            world.streams().log(),
            incidents,
            unrest,
            what -> progress.say(TIME.format(clock.now()) + "  " + what));
    world.begin("chaos", chaos::carryOut);
    return chaos;
  }

  private boolean isBusy(OrderBook book) {
    return book.count(stage -> !stage.isFinal()) >= WORTH_STRIKING;
  }

  /// What was begun of striking the engine is brought to its end.
  private static void awaitPeace(@Nullable Chaos chaos) throws InterruptedException {
    while (chaos != null && !chaos.isDone()) {
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }

  private OrderStream settle(World world) throws InterruptedException {
    Settlers settlers =
        new Settlers(
            world.api(),
            world.map(),
            reception(world),
            world.seed(),
            world.run(),
            world.script()::isTardy);
    progress.say(
        "A town of %d couriers and %d merchants settles at %s (run %s, seed %d)"
            .formatted(
                options.couriers(), options.merchants(), addresses(), world.run(), world.seed()));
    List<Merchant> shops = settlers.merchants(options.merchants());
    for (Merchant shop : shops) {
      MerchantLife life = new MerchantLife(world, shop);
      life.open();
      merchants.add(life);
    }
    for (Courier courier : settlers.couriers(options.couriers())) {
      CourierLife life = new CourierLife(world, courier);
      life.startShift();
      couriers.add(life);
    }
    households = Math.max(1, (int) (options.orders() * CUSTOMERS_PER_ORDER));
    List<Customer> customers = settlers.customers(households);
    return new OrderStream(world, customers, shops);
  }

  private Reception reception(World world) {
    Path folder = options.mails();
    MailFolder mails = folder == null ? null : new MailFolder(folder, MAIL_TAKES_AT_MOST);
    return new Reception(
        world.api().accounts(), mails, world.seed(), world.run(), progress::arrived);
  }

  private Duration gap(OrderStream orders) throws InterruptedException {
    Duration spread = options.spread();
    Duration gap =
        spread == null ? orders.gapFor(options.couriers()) : spread.dividedBy(options.orders());
    progress.say(
        "%d orders will come, one every %d s of town time; the town runs at speed %.0f"
            .formatted(options.orders(), gap.toSeconds(), clock.speed()));
    return gap;
  }

  private void awaitTheEnd(World world, Instant limit) throws InterruptedException {
    while (!(world.book().isSettled(options.orders())
            && couriers.stream().noneMatch(CourierLife::isBusy)
            && world.errands().areDone())
        && clock.now().isBefore(limit)) {
      gate.awaitUp();
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }

  private Result close(
      World world, Followers followers, @Nullable Chaos chaos, Instant from, Instant to)
      throws InterruptedException {
    readMetricsOnce();
    Closing closing = new Closing(world, couriers, merchants, followers);
    closing.inspect(from);
    followers.judgeBreaks(options.cluster() != null);
    if (options.upgrade() && world.api().givenUp() > 0) {
      incidents.report("calls failed in the end", world.api().givenUp() + " of them");
    }
    Setting setting =
        new Setting(
            world.map().version(),
            world.map().attribution(),
            options.orders(),
            options.couriers(),
            options.merchants(),
            options.seed(),
            clock.speed(),
            Duration.between(from, clock.now()).toMillis() / 60_000.0,
            (System.nanoTime() - startNanos) / 1e9);
    return closing
        .summary(latencies, fanOut, chaos == null ? List.of() : chaos.struck(), households)
        .result(setting, gate.outages(), from, to);
  }

  private void showProgress(World world) throws InterruptedException {
    while (true) {
      gate.awaitUp();
      progress.show(standing(world));
      TimeUnit.MILLISECONDS.sleep((long) (progress.seconds() * 1000));
    }
  }

  private Standing standing(World world) {
    OrderBook book = world.book();
    int busy = (int) couriers.stream().filter(CourierLife::isBusy).count();
    return new Standing(
        TIME.format(clock.now()),
        options.orders(),
        book.placed(),
        book.count(stage -> stage.isAtLeast(Stage.CONFIRMED) && Stage.PICKED_UP.isAfter(stage)),
        book.count(stage -> stage == Stage.PICKED_UP || stage == Stage.DELIVERY_FAILED),
        book.count(stage -> stage == Stage.DELIVERED),
        book.count(stage -> stage == Stage.CANCELLED || stage == Stage.RETURNED),
        busy,
        couriers.size() - busy);
  }

  private String addresses() {
    return options.urls().stream().map(URI::toString).collect(Collectors.joining(", "));
  }

  private void setClock() {
    door.findClock().ifPresent(clock::set);
  }

  private void keepClock() throws InterruptedException {
    while (true) {
      gate.awaitUp();
      setClock();
      TimeUnit.SECONDS.sleep(2);
    }
  }

  private void readMetrics() throws InterruptedException {
    while (true) {
      TimeUnit.SECONDS.sleep(5);
      gate.awaitUp();
      readMetricsOnce();
    }
  }

  private void readMetricsOnce() {
    fanOut.read(String.join("\n", door.listTexts("/metrics")));
  }

  /// Says it once, and lets the town's time stand still.
  private final class Outage implements EngineGate.Watcher {

    @Override
    public void gone() {
      clock.stop();
      URI url = options.urls().getFirst();
      progress.say(
          options.urls().size() > 1
              ? "No gateway answers, waiting for one to come back at " + addresses()
              : "The engine is gone, waiting for it to come back at %s (./antar up --port %d)"
                  .formatted(url, url.getPort() < 0 ? 80 : url.getPort()));
    }

    @Override
    public void back() {
      setClock();
      progress.say("The engine is back; the town goes on.");
    }

    @Override
    public void lost() {
      lost = true;
      clerk.interrupt();
    }
  }
}
