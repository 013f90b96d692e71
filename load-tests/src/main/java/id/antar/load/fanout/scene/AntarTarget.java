package id.antar.load.fanout.scene;

import id.antar.load.client.Point;
import id.antar.load.fanout.server.Talk;
import id.antar.load.fanout.server.Target;
import id.antar.load.fanout.wire.Upgrade;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;

/// The engine as a server of positions: couriers publish, customers' devices follow their order.
public final class AntarTarget implements Target {

  private static final double CIRCLE_METRES = 40;
  private static final double METRES_PER_SECOND = 8;
  private static final double METRES_PER_DEGREE = 111_195;
  private static final double HALF_WINDOW = 0.006;

  private final URI url;
  private final Scene scene;
  private final long aheadMicros;

  public AntarTarget(URI url, Scene scene, Access access) {
    this.url = url;
    this.scene = scene;
    this.aheadMicros = access.aheadMicros();
  }

  @Override
  public String name() {
    return "antar";
  }

  @Override
  public InetSocketAddress address() {
    return new InetSocketAddress(url.getHost(), url.getPort() < 0 ? 80 : url.getPort());
  }

  /// The followers are spread over the orders.
  public Order orderOf(int follower) {
    return scene.orders().get(follower % scene.orders().size());
  }

  @Override
  public Talk follow(int follower) {
    Order order = orderOf(follower);
    return topic(order.customer().token(), "order:" + order.orderId());
  }

  @Override
  public Talk publish(int publisher) {
    return new Talk(upgrade(scene.couriers().get(publisher).token()), null, Map.of(), "");
  }

  /// One of the staff who sees all couriers on a map, in the binary form.
  public Talk view(String token) {
    Talk json = topic(token, "viewport:" + window(scene.middle()));
    Map<String, String> headers = new HashMap<>(json.upgrade().headers());
    headers.put("Sec-WebSocket-Protocol", "antar.v1.binary");
    return new Talk(
        new Upgrade(json.upgrade().path(), headers), json.hello(), json.answers(), json.ready());
  }

  /// Of the map, around a place.
  private static String window(Point middle) {
    Point southWest = new Point(middle.latitude() - HALF_WINDOW, middle.longitude() - HALF_WINDOW);
    Point northEast = new Point(middle.latitude() + HALF_WINDOW, middle.longitude() + HALF_WINDOW);
    return southWest + "," + northEast;
  }

  /// Whoever has this token hears of one topic.
  public static Talk topic(String token, String topic) {
    return new Talk(
        upgrade(token),
        "{\"type\":\"subscribe\",\"topic\":\"" + topic + "\"}",
        Map.of(),
        "{\"type\":\"subscribed\"");
  }

  /// The courier drives in a circle, so that every fix is another and can be true.
  @Override
  public byte[] message(int publisher, long sequence) {
    Point home = scene.couriers().get(publisher).place();
    double angle = sequence / 1e6 * METRES_PER_SECOND / CIRCLE_METRES + publisher;
    double degrees = CIRCLE_METRES / METRES_PER_DEGREE;
    return new StringBuilder(192)
        .append("{\"type\":\"position\",\"latitude\":")
        .append(rounded(home.latitude() + degrees * Math.sin(angle)))
        .append(",\"longitude\":")
        .append(rounded(home.longitude() + degrees * Math.cos(angle)))
        .append(",\"heading\":")
        .append(Math.round(Math.toDegrees(angle) % 360))
        .append(",\"speed\":8.0,\"accuracy\":5.0,\"sequence\":")
        .append(sequence)
        .append(",\"occurredAt\":\"")
        .append(occurredAt(sequence))
        .append("\"}")
        .toString()
        .getBytes(StandardCharsets.US_ASCII);
  }

  /// To a millionth of a degree.
  private static double rounded(double degrees) {
    return Math.round(degrees * 1e6) / 1e6;
  }

  private Instant occurredAt(long sequence) {
    return Instant.EPOCH
        .plus(sequence + aheadMicros, ChronoUnit.MICROS)
        .truncatedTo(ChronoUnit.MILLIS);
  }

  private static Upgrade upgrade(String token) {
    return new Upgrade("/v1/stream", Map.of("Authorization", "Bearer " + token));
  }
}
