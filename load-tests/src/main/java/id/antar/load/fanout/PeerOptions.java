package id.antar.load.fanout;

import id.antar.load.fanout.peer.Peer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// A comparison with other servers.
///
/// @param sockets followers, or viewers
/// @param rate messages per second of each topic
/// @param seen couriers that a viewer sees; 0 if positions go to followers of orders
/// @param antar the script that starts the engine
/// @param setUps how the peers are set up
/// @param work what is made at run time
record PeerOptions(
    List<Peer> peers,
    int sockets,
    int topics,
    double rate,
    int seen,
    int rounds,
    int seconds,
    int warmUp,
    int firstPort,
    String antar,
    Path setUps,
    Path work) {

  static final int SERVER_CORE = 0;
  static final int CLIENT_CORE = 1;

  /// What a position on an order's topic takes.
  static final int POSITION_BYTES = 240;

  static final String USAGE =
      """
      ./antar load fanout peers [OPTION ...]   Antar beside Nchan, socket.io and ws, in turn, each alone on core 0

        --only A,B       of nchan, sio, ws (all)
        --sockets N      followers (2000), or with --viewport viewers (200)
        --topics N       orders with a courier each (200)
        --rate R         fixes per second of each courier (5)
        --rounds N       how often each has its turn (5)
        --seconds N      how long is measured each time (20)
        --warmup N       seconds before that (10)
        --viewport       viewers who each see 50 couriers at 1 fix per second: Antar in binary viewports, the others with a
                         topic that has everything
        --port N         the first of the peers' ports (9760)
        --work DIR       an engine of its own and what the peers need are in there (.antar/fan-out)
      """;

  PeerOptions {
    peers = List.copyOf(peers);
    if (sockets < 1 || topics < 1 || rounds < 1 || seconds < 1 || rate <= 0) {
      throw new IllegalArgumentException(
          "--sockets, --topics, --rounds, --seconds and --rate must be positive.");
    }
  }

  boolean isViewport() {
    return seen > 0;
  }

  static PeerOptions parse(String... arguments) {
    Arguments said =
        Arguments.of(
            Set.of("--viewport"),
            Set.of(
                "--only",
                "--sockets",
                "--topics",
                "--rate",
                "--rounds",
                "--seconds",
                "--warmup",
                "--port",
                "--work",
                "--antar",
                "--set-ups"),
            arguments);
    boolean viewport = said.has("--viewport");
    int seen = viewport ? 50 : 0;
    return new PeerOptions(
        said.find("--only")
            .map(names -> Arrays.stream(names.split(",")).map(Peer::of).toList())
            .orElse(List.of(Peer.values())),
        said.count("--sockets", viewport ? 200 : 2000),
        viewport ? 1 : said.count("--topics", 200),
        said.decimal("--rate", viewport ? 1 : 5),
        seen,
        said.count("--rounds", 5),
        said.count("--seconds", 20),
        said.count("--warmup", 10),
        said.count("--port", 9760),
        said.find("--antar").orElse("./antar"),
        Path.of(said.find("--set-ups").orElse("load-tests/peers")).toAbsolutePath(),
        Path.of(said.find("--work").orElse(".antar/fan-out")).toAbsolutePath());
  }
}
