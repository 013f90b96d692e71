package id.antar.load.town.life;

import id.antar.load.client.Answer;
import id.antar.load.client.CallKind;
import id.antar.load.client.Frame;
import id.antar.load.client.OrderView;
import id.antar.load.client.Request;
import id.antar.load.client.StreamClient;
import id.antar.load.town.world.People.Merchant;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A merchant: sees orders come in on the stream and has each of them cooked.
public final class MerchantLife implements StreamClient.Listener {

  private static final Duration LOOKS_THROUGH_LIST_REAL = Duration.ofSeconds(10);

  /// An order that was placed so long ago should have come by the stream.
  private static final Duration STREAM_TAKES_AT_MOST = Duration.ofSeconds(5);

  private final World world;
  private final Merchant merchant;
  private final Talk talk;
  private final Map<String, KitchenTicket> tickets = new ConcurrentHashMap<>();
  private final AtomicInteger taken = new AtomicInteger();
  private @Nullable StreamClient stream;

  public MerchantLife(World world, Merchant merchant) {
    this.world = world;
    this.merchant = merchant;
    this.talk = new Talk(world);
  }

  public Merchant merchant() {
    return merchant;
  }

  public void open() throws InterruptedException {
    stream = world.streams().open(merchant.actor(), this);
    stream.subscribe("merchant:" + merchant.id());
    door("open");
    world.begin("merchant " + merchant.id(), this::lookThroughList);
  }

  public void close() throws InterruptedException {
    door("close");
    if (stream != null) {
      stream.close();
    }
  }

  @Override
  public void onFrame(Frame frame) {
    String orderId = frame.orderId();
    if (frame.is("chat")) {
      talk.heardByMerchant(merchant.actor(), frame);
    }
    if (!frame.is("order") || orderId == null) {
      return;
    }
    if (frame.tells("OrderSubmitted")) {
      var _ = take(orderId);
    } else if (frame.tells("OrderStranded")) {
      stranded(frame, orderId);
    } else if (frame.tells("OrderCancelled")) {
      KitchenTicket ticket = tickets.get(orderId);
      if (ticket != null) {
        ticket.cancel();
      }
    }
  }

  @Override
  public void onResumed() {
    world.begin(
        "merchant " + merchant.id(),
        () -> {
          findWaiting();
          TimeUnit.SECONDS.sleep(3);
          findWaiting();
        });
  }

  @Override
  public void onRefused(String topic, String why) {
    world.incidents().report("merchant may not follow", topic + ": " + why);
  }

  private void door(String verb) throws InterruptedException {
    Answer answer =
        world
            .api()
            .call(
                Request.post(
                    CallKind.MERCHANT_ACTION,
                    merchant.actor(),
                    "/v1/merchants/" + merchant.id() + "/" + verb,
                    world.newKey(),
                    Map.of("occurredAt", world.clock().now())));
    if (!answer.ok()) {
      world.unexpected("merchant " + verb, merchant.actor(), answer);
    }
  }

  /// Another courier fetches it where the first one left it; else it has to be made again.
  private void stranded(Frame frame, String orderId) {
    String stage = frame.stage();
    boolean isFetched =
        stage != null && Stage.find(stage).filter(now -> now.isAtLeast(Stage.READY)).isPresent();
    KitchenTicket ticket = tickets.get(orderId);
    if (ticket != null && !isFetched) {
      var _ = ticket.makeAgain(frame.readyAt());
    }
  }

  /// @return whether it was new
  private boolean take(String orderId) {
    KitchenTicket ticket =
        new KitchenTicket(
            world, merchant, orderId, world.dice(merchant.name() + "-" + taken.get()));
    if (tickets.putIfAbsent(orderId, ticket) != null) {
      return false;
    }
    taken.incrementAndGet();
    world.begin("ticket " + orderId, ticket::cook);
    return true;
  }

  private void lookThroughList() throws InterruptedException {
    while (true) {
      TimeUnit.NANOSECONDS.sleep(LOOKS_THROUGH_LIST_REAL.toNanos());
      findWaiting();
    }
  }

  private void findWaiting() throws InterruptedException {
    forEach(
        "pending",
        order -> {
          if (order.stage().equals(Stage.SUBMITTED.word()) && take(order.orderId())) {
            noteMissed(order);
          }
        });
    forEach(
        "preparing",
        order -> {
          KitchenTicket ticket = tickets.get(order.orderId());
          if (order.stage().equals(Stage.PREPARING.word()) && ticket != null) {
            makeAgainIfMissed(ticket);
          }
        });
  }

  /// It left the kitchen long ago, and has to be made again.
  private void makeAgainIfMissed(KitchenTicket ticket) {
    Instant now = world.clock().now();
    boolean missed = ticket.isServedBefore(now.minus(world.clock().toTown(STREAM_TAKES_AT_MOST)));
    if (missed && ticket.makeAgain(null)) {
      world.tally().missedByStream.increment();
    }
  }

  private void forEach(String status, Consumer<OrderView> action) throws InterruptedException {
    String cursor = null;
    do {
      OrderView.Page page = list(status, cursor);
      page.orders().forEach(action);
      cursor = page.nextCursor();
    } while (cursor != null);
  }

  private void noteMissed(OrderView order) {
    Instant expected = order.placedAt().plus(world.clock().toTown(STREAM_TAKES_AT_MOST));
    if (expected.isBefore(world.clock().now())) {
      world.tally().missedByStream.increment();
    }
  }

  private OrderView.Page list(String status, @Nullable String cursor) throws InterruptedException {
    String path = "/v1/orders?status=" + status + "&limit=50&merchantId=" + merchant.id();
    if (cursor != null) {
      path += "&cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8);
    }
    return world
        .api()
        .require(Request.get(CallKind.LIST, merchant.actor(), path))
        .as(OrderView.Page.class);
  }
}
