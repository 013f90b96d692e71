package id.antar.load.town;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How large the town is and where its engine is found.
///
/// @param spread over how much town time the orders come; absent: as fast as the fleet can bear
/// @param mails where the engine writes its mails; absent if it wants no e-mail confirmed
/// @param calm nothing goes wrong but by ordinary chance
/// @param patience how long after the last order one waits for the orders to end, in town time
record TownOptions(
    URI url,
    Path tokenFile,
    int orders,
    int couriers,
    int merchants,
    long seed,
    @Nullable Duration spread,
    Duration patience,
    boolean calm,
    @Nullable Path mails,
    @Nullable Path json) {

  static final String USAGE =
      """
      Lets a town of customers, merchants and couriers live in a running engine.

        --url URL            where the engine is (http://localhost:8080)
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
      """;

  TownOptions {
    if (orders < 1 || couriers < 1 || merchants < 1) {
      throw new IllegalArgumentException(
          "--orders, --couriers and --merchants must be at least 1.");
    }
  }

  static TownOptions parse(String... arguments) {
    Deque<String> left = new ArrayDeque<>(List.of(arguments));
    URI url = URI.create("http://localhost:8080");
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
    while (!left.isEmpty()) {
      String option = left.pop();
      if (option.equals("--calm")) {
        calm = true;
        continue;
      }
      String value =
          Optional.ofNullable(left.poll())
              .orElseThrow(() -> new IllegalArgumentException(option + " needs a value."));
      switch (option) {
        case "--url" ->
            url = URI.create(value.endsWith("/") ? value.substring(0, value.length() - 1) : value);
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
        url, tokenFile, orders, couriers, shops, seed, spread, patience, calm, mails, json);
  }

  private static int number(String option, String value) {
    try {
      return Integer.parseInt(value);
    } catch (NumberFormatException _) {
      throw new IllegalArgumentException(option + " needs a whole number, not " + value + ".");
    }
  }
}
