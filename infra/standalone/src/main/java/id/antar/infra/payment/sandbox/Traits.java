package id.antar.infra.payment.sandbox;

import id.antar.gateway.payment.sandbox.TellSandbox.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a token of the sandbox asks for: `sandbox-` and words, with `+` between them, such as
/// `sandbox-pending+webhook-twice`. Any other token is a card that is good.
record Traits(Set<String> words) {
  private static final String PREFIX = "sandbox-";
  private static final Pattern TIMED = Pattern.compile("(pending|expires)-([0-9]{1,4})s");

  static Traits of(String token) {
    return token.startsWith(PREFIX)
        ? new Traits(Set.copyOf(List.of(token.substring(PREFIX.length()).split("\\+"))))
        : new Traits(Set.of());
  }

  boolean has(String word) {
    return words.contains(word);
  }

  /// @param attempt 1 for the first
  Outcome first(int attempt) {
    if (has("declined") || (has("decline-once") && attempt == 1)) {
      return Outcome.DECLINED;
    }
    if (has("authorised")) {
      return Outcome.AUTHORISED;
    }
    return has("pending") || findTimed().isPresent() ? Outcome.PENDING : Outcome.CAPTURED;
  }

  record Timed(Outcome then, Duration after) {}

  /// `pending-5s` is paid after five seconds, `expires-5s` expires.
  Optional<Timed> findTimed() {
    return words.stream()
        .map(TIMED::matcher)
        .filter(Matcher::matches)
        .map(it ->
            new Timed(
                it.group(1).equals("pending") ? Outcome.CAPTURED : Outcome.EXPIRED,
                Duration.ofSeconds(Integer.parseInt(it.group(2)))))
        .findFirst();
  }

  Duration delay() {
    return has("slow") ? Duration.ofSeconds(3) : Duration.ofMillis(40);
  }

  /// Done, but not answered.
  ///
  /// @param asked how often it was charged, this time included
  boolean isLost(int asked) {
    return has("lost-once") && asked == 1;
  }

  /// A bank that holds less than was asked for.
  long held(long minor) {
    return has("short") ? minor - 1 : minor;
  }
}
