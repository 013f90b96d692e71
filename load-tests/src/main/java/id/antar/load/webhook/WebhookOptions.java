package id.antar.load.webhook;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// How large the storm is, who plays the provider, and where the engine is.
record WebhookOptions(
    int payments,
    int deliveries,
    long seed,
    String provider,
    int port,
    String key,
    String secret,
    URI url,
    Path tokenFile) {

  static final String USAGE =
      """
      ./antar load webhooks [OPTION ...]   thousands of deliveries at a running engine, and every payment right

        --payments N      orders whose payments are told of (1000)
        --deliveries N    deliveries: true, forged, damaged, repeated, stale, late (10000)
        --seed N          the same seed makes the same storm (1)
        --provider NAME   sandbox, or midtrans or xendit, which a stand-in in this process plays (sandbox)
        --port N          where the stand-in listens (9099); the engine has to be started with
                          ANTAR_PAYMENT_PROVIDER=midtrans, ANTAR_PAYMENT_MIDTRANS_URL=http://localhost:9099/midtrans and
                          ANTAR_PAYMENT_MIDTRANS_SERVERKEY, or the same of Xendit (…_XENDIT_SECRETKEY, …_XENDIT_WEBHOOKTOKEN)
        --key KEY         Midtrans' server key, or Xendit's secret key (standin-key)
        --secret TEXT     that the webhooks are signed with: the sandbox's, or Xendit's token
        --url URL         where the engine is (http://localhost:8080)
        --token-file FILE the engine's development tokens (tokens.json in .antar, or in ANTAR_HOME)

      The status is 0 if every payment stands in the end as it should and every delivery was answered as it should.
      """;

  private static final Set<String> NAMES =
      Set.of(
          "--payments",
          "--deliveries",
          "--seed",
          "--provider",
          "--port",
          "--key",
          "--secret",
          "--url",
          "--token-file");

  static WebhookOptions parse(String... arguments) {
    Map<String, String> said = new HashMap<>();
    for (int i = 0; i < arguments.length; i += 2) {
      if (!NAMES.contains(arguments[i]) || i + 1 == arguments.length) {
        throw new IllegalArgumentException(
            "Unknown option, or one without a value: " + arguments[i] + ".");
      }
      said.put(arguments[i], arguments[i + 1]);
    }
    String provider = said.getOrDefault("--provider", "sandbox");
    if (!Set.of("sandbox", "midtrans", "xendit").contains(provider)) {
      throw new IllegalArgumentException("There is no provider " + provider + ".");
    }
    return new WebhookOptions(
        count(said, "--payments", 1_000),
        count(said, "--deliveries", 10_000),
        count(said, "--seed", 1),
        provider,
        count(said, "--port", 9_099),
        said.getOrDefault("--key", "standin-key"),
        said.getOrDefault("--secret", "sandbox-webhooks-for-development"),
        URI.create(said.getOrDefault("--url", "http://localhost:8080")),
        Path.of(said.getOrDefault("--token-file", ".antar/tokens.json")));
  }

  private static int count(Map<String, String> said, String name, int otherwise) {
    String value = said.getOrDefault(name, Integer.toString(otherwise));
    if (!value.matches("[0-9]{1,9}")) {
      throw new IllegalArgumentException(name + " needs a whole number, not " + value + ".");
    }
    return Integer.parseInt(value);
  }
}
