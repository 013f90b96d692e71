package id.antar.load.town;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How large the town is and where its engine is found.
///
/// @param urls its gateways, of which the people of the town share themselves out
/// @param cluster where it is written of which processes the engine consists; absent if it is one
/// @param chaos processes of the cluster are struck
/// @param upgrade processes of the cluster are stopped in turn, to be started as another version
/// @param spread over how much town time the orders come; absent: as fast as the fleet can bear
/// @param mails where the engine writes its mails; absent if it wants no e-mail confirmed
/// @param calm nothing goes wrong but by ordinary chance
/// @param patience how long after the last order one waits for the orders to end, in town time
record TownOptions(
    List<URI> urls,
    Path tokenFile,
    int orders,
    int couriers,
    int merchants,
    long seed,
    @Nullable Duration spread,
    Duration patience,
    boolean calm,
    @Nullable Path mails,
    @Nullable Path json,
    @Nullable Path cluster,
    boolean chaos,
    boolean upgrade) {

  static final String USAGE =
      """
      Lets a town of customers, merchants and couriers live in a running engine.

        --url URL[,URL...]   where the engine is: one gateway, or several, of which each person has
                             one for a home and turns to the next when it does not answer
                             (http://localhost:8080)
        --token-file FILE    the engine's development tokens, JSON with "admin" (required)
        --orders N           how many orders are placed (200)
        --couriers N         how many couriers are on duty (30)
        --merchants N        how many merchants are open (two for every five couriers)
        --seed N             the same seed makes the same choices (1)
        --minutes N          town minutes over which the orders come (as the fleet can bear)
        --patience N         town minutes to wait for the last orders (150)
        --calm               no courier breaks down or is lost, no kitchen is always late
        --mails FOLDER       where the engine writes its mails; without it nobody confirms theirs,
                             and the engine needs antar.accounts.confirm-email=false
        --json FILE          writes the result there, too
        --cluster FILE       the engine is several processes, and they are listed there; a stream
                             that breaks has to be back within 7 s then
        --chaos              kills, stops and pauses these processes, one after the other, while
                             orders are under way; takes some five minutes, and orders enough
        --upgrade            stops these processes instead, one after the other, and expects each
                             back as another version
      """;

  TownOptions {
    if (orders < 1 || couriers < 1 || merchants < 1) {
      throw new IllegalArgumentException(
          "--orders, --couriers and --merchants must be at least 1.");
    }
    if ((chaos || upgrade) && cluster == null) {
      throw new IllegalArgumentException("--chaos and --upgrade need --cluster.");
    }
    if (chaos && upgrade) {
      throw new IllegalArgumentException("--chaos and --upgrade exclude each other.");
    }
    urls = List.copyOf(urls);
  }

  static TownOptions parse(String... arguments) {
    Deque<String> left = new ArrayDeque<>(List.of(arguments));
    List<URI> urls = List.of(URI.create("http://localhost:8080"));
    Path tokenFile = null;
    int orders = 200;
    int couriers = 30;
    Integer merchants = null;
    long seed = 1;
    Duration spread = null;
    Duration patience = Duration.ofMinutes(150);
    boolean calm = false;
    Path mails = null;
    Path json = null;
    Path cluster = null;
    boolean chaos = false;
    boolean upgrade = false;
    while (!left.isEmpty()) {
      String option = left.pop();
      if (option.equals("--calm")) {
        calm = true;
        continue;
      }
      if (option.equals("--chaos")) {
        chaos = true;
        continue;
      }
      if (option.equals("--upgrade")) {
        upgrade = true;
        continue;
      }
      String value =
          Optional.ofNullable(left.poll())
              .orElseThrow(() -> new IllegalArgumentException(option + " needs a value."));
      switch (option) {
        case "--url" -> urls = addresses(value);
        case "--cluster" -> cluster = Path.of(value);
        case "--token-file" -> tokenFile = Path.of(value);
        case "--orders" -> orders = number(option, value);
        case "--couriers" -> couriers = number(option, value);
        case "--merchants" -> merchants = number(option, value);
        case "--seed" -> seed = number(option, value);
        case "--minutes" -> spread = Duration.ofMinutes(number(option, value));
        case "--patience" -> patience = Duration.ofMinutes(number(option, value));
        case "--mails" -> mails = Path.of(value);
        case "--json" -> json = Path.of(value);
        default -> throw new IllegalArgumentException("Unknown option " + option + ".");
      }
    }
    if (tokenFile == null) {
      throw new IllegalArgumentException("--token-file is missing.");
    }
    int shops = merchants == null ? Math.max(3, couriers * 2 / 5) : merchants;
    return new TownOptions(
        urls, tokenFile, orders, couriers, shops, seed, spread, patience, calm, mails, json,
        cluster, chaos, upgrade);
  }

  private static List<URI> addresses(String value) {
    return Stream.of(value.split(",", -1))
        .map(text -> URI.create(text.strip().replaceAll("/$", "")))
        .toList();
  }

  private static int number(String option, String value) {
    try {
      return Integer.parseInt(value);
    } catch (NumberFormatException _) {
      throw new IllegalArgumentException(option + " needs a whole number, not " + value + ".");
    }
  }
}
