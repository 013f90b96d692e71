package id.antar.load.fanout;

import id.antar.load.fanout.crowd.Crowd;
import id.antar.load.fanout.peer.Peer;
import id.antar.load.fanout.peer.PeerServer;
import id.antar.load.fanout.peer.PeerTarget;
import id.antar.load.fanout.wire.Line;
import java.util.List;
import java.util.Locale;

/// One of the others.
final class PeerContestant implements Contestant {

  private final Peer peer;
  private final PeerServer server;
  private final Crowd crowd;
  private final int topics;
  private int sockets;

  private PeerContestant(Peer peer, PeerServer server, PeerTarget target, int topics) {
    this.peer = peer;
    this.server = server;
    this.crowd = new Crowd(target, 1);
    this.topics = topics;
  }

  /// @param bytes how large its messages are
  static PeerContestant start(Peer peer, PeerOptions options, int bytes)
      throws InterruptedException {
    int port = options.firstPort() + peer.ordinal();
    var work = options.work().resolve(peer.name().toLowerCase(Locale.ROOT));
    PeerServer server =
        PeerServer.start(peer, options.setUps(), work, port, PeerOptions.SERVER_CORE);
    int topics = options.topics();
    var contestant =
        new PeerContestant(peer, server, new PeerTarget(peer, port, topics, bytes), topics);
    contestant.crowd.openPublishers(topics, contestant::audience);
    return contestant;
  }

  @Override
  public String name() {
    return peer.title();
  }

  @Override
  public long pid() {
    return server.pid();
  }

  @Override
  public Crowd crowd() {
    return crowd;
  }

  @Override
  public List<Line> open(int count) throws InterruptedException {
    List<Line> lines = crowd.openFollowers(count);
    sockets = count;
    return lines;
  }

  @Override
  public void part(List<Line> lines) {
    sockets = 0;
    crowd.part(lines);
  }

  @Override
  public void close() {
    crowd.close();
    server.close();
  }

  private int audience(int topic) {
    return sockets / topics + (topic < sockets % topics ? 1 : 0);
  }
}
