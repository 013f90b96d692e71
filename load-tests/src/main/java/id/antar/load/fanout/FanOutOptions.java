package id.antar.load.fanout;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// How large the crowd is, what it does, and where its engine is found.
///
/// @param rate fixes per second of each courier
/// @param facts changes of orders per second, of all of them together
/// @param stalled followers that stop reading
/// @param viewers staff who each see a window of the map
/// @param maxP99Millis what the measurement may show at most
record FanOutOptions(
    Mode mode,
    int clients,
    int couriers,
    double rate,
    int seconds,
    int warmUp,
    int threads,
    double facts,
    int stalled,
    int viewers,
    double maxP99Millis,
    EnginePlace engine) {

  enum Mode {
    STEADY,
    ONE_COURIER,
    KNEE,
    STALL,
    IDLE,
    VIEWPORT
  }

  /// As it was said, where it was.
  record EnginePlace(Path work, Optional<URI> url, Optional<Path> tokenFile, Optional<Long> pid) {}

  static final String USAGE =
      """
      ./antar load fanout [OPTION ...]   many followers of moving couriers, in a running engine

        --clients N       followers, spread over the orders (10000)
        --couriers N      couriers, each with an order of its own (1000; a tenth with --idle)
        --rate R          fixes per second of each courier (1)
        --seconds N       how long is measured (60; of each step with --knee: 10)
        --warmup N        seconds before that (20)
        --facts R         changes of orders per second meanwhile (20; with --one-courier 1)
        --threads N       threads of this client (1)
        --max-p99 MS      a higher p99 is a failure (100)
        --work DIR        the engine's work folder (.antar, or ANTAR_HOME); from its engine.json are, if not said:
        --url URL         where the engine is
        --token-file FILE its development tokens
        --pid N           its process

        --one-courier     all followers follow the same order
        --knee            doubles, then bisects the rate until p99 is above --max-p99
        --stall N         so many more clients, of the staff, stop reading after a first measurement
        --idle            no positions: what a connection takes of the engine's memory
        --viewport N      so many of the staff see 50 couriers each, in the binary form

      ./antar load fanout peers [OPTION ...]   the same beside Nchan, ws and socket.io; see its --help

      Status 0: every fact came exactly once, and p99 is as it should be. 1: not so. 2: it makes no sense so.
      """;

  FanOutOptions {
    if (clients < 1 || couriers < 1 || seconds < 1 || threads < 1 || rate <= 0) {
      throw new IllegalArgumentException(
          "--clients, --couriers, --seconds, --threads and --rate must be positive.");
    }
    if (rate > 20) {
      throw new IllegalArgumentException(
          "--rate: the engine takes 20 fixes a second of a courier.");
    }
  }

  static FanOutOptions parse(String... arguments) {
    Arguments said =
        Arguments.of(
            Set.of("--one-courier", "--knee", "--idle"),
            Set.of(
                "--clients",
                "--couriers",
                "--rate",
                "--seconds",
                "--warmup",
                "--facts",
                "--threads",
                "--max-p99",
                "--work",
                "--url",
                "--token-file",
                "--pid",
                "--stall",
                "--viewport"),
            arguments);
    Mode mode = mode(said);
    int viewers = said.count("--viewport", 0);
    return new FanOutOptions(
        mode,
        said.count("--clients", 10_000),
        mode == Mode.ONE_COURIER ? 1 : said.count("--couriers", usualCouriers(mode)),
        said.decimal("--rate", 1),
        said.count("--seconds", mode == Mode.KNEE ? 10 : 60),
        said.count("--warmup", 20),
        said.count("--threads", 1),
        said.decimal("--facts", mode == Mode.ONE_COURIER ? 1 : 20),
        said.count("--stall", 0),
        viewers,
        said.decimal("--max-p99", 100),
        new EnginePlace(
            Path.of(said.find("--work").or(FanOutOptions::home).orElse(".antar")),
            said.find("--url").map(URI::create),
            said.find("--token-file").map(Path::of),
            said.find("--pid").map(Long::valueOf)));
  }

  private static Optional<String> home() {
    return Optional.ofNullable(System.getenv("ANTAR_HOME"));
  }

  private static Mode mode(Arguments said) {
    var modes =
        Stream.of("--one-courier", "--knee", "--idle", "--stall", "--viewport")
            .filter(name -> said.has(name) || said.find(name).isPresent())
            .toList();
    if (modes.size() > 1) {
      throw new IllegalArgumentException("Only one of " + String.join(", ", modes) + " at a time.");
    }
    return modes.isEmpty()
        ? Mode.STEADY
        : switch (modes.getFirst()) {
          case "--one-courier" -> Mode.ONE_COURIER;
          case "--knee" -> Mode.KNEE;
          case "--idle" -> Mode.IDLE;
          case "--stall" -> Mode.STALL;
          default -> Mode.VIEWPORT;
        };
  }

  private static int usualCouriers(Mode mode) {
    return switch (mode) {
      case STEADY, ONE_COURIER, KNEE, STALL -> 1000;
      case IDLE -> 100;
      case VIEWPORT -> 50;
    };
  }
}
