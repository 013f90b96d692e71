package id.antar.load.fanout.peer;

import id.antar.load.fanout.server.Talk;
import id.antar.load.fanout.server.Target;
import id.antar.load.fanout.wire.Upgrade;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/// A peer with some topics. Each topic has one publisher; the followers are spread over them.
public final class PeerTarget implements Target {

  private final Peer peer;
  private final int port;
  private final int topics;
  private final int bytes;

  /// @param bytes how large a message is, as its followers get it
  public PeerTarget(Peer peer, int port, int topics, int bytes) {
    this.peer = peer;
    this.port = port;
    this.topics = topics;
    this.bytes = bytes;
  }

  @Override
  public String name() {
    return peer.title();
  }

  @Override
  public InetSocketAddress address() {
    return new InetSocketAddress("127.0.0.1", port);
  }

  @Override
  public Talk follow(int follower) {
    String topic = "t" + follower % topics;
    return switch (peer) {
      case NCHAN, WS -> Talk.at("/follow/" + topic);
      case SIO -> socketIo("topic=" + topic);
    };
  }

  @Override
  public Talk publish(int publisher) {
    String topic = "t" + publisher % topics;
    return switch (peer) {
      case NCHAN, WS -> Talk.at("/publish/" + topic);
      case SIO -> socketIo("publisher=1&topic=" + topic);
    };
  }

  @Override
  public byte[] message(int publisher, long sequence) {
    String position = position(publisher, sequence);
    String text =
        switch (peer) {
          case NCHAN, WS -> position;
          case SIO -> "42[\"position\"," + position + "]";
        };
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /// Engine.IO opens (0), Socket.IO connects (40), and each 2 is a ping.
  private static Talk socketIo(String query) {
    return new Talk(
        Upgrade.to("/socket.io/?EIO=4&transport=websocket&" + query),
        null,
        Map.of("0{", "40", "2", "3"),
        "40{");
  }

  /// What Antar's followers get, and as long.
  private String position(int publisher, long sequence) {
    String text =
        String.format(
            Locale.ROOT,
            "{\"type\":\"position\",\"topic\":\"order:f-%d\",\"courierId\":\"fr-%d\","
                + "\"latitude\":43.738412,\"longitude\":7.424608,\"heading\":123.0,\"speed\":8.0,"
                + "\"sequence\":%d,\"ageMillis\":0",
            publisher,
            publisher,
            sequence);
    String rest = ",\"at\":\"\"}";
    return text
        + ",\"at\":\""
        + "0".repeat(Math.max(0, bytes - text.length() - rest.length()))
        + "\"}";
  }
}
