package id.antar.gateway.identity.account;

import id.antar.api.account.EmailKey;
import id.antar.gateway.edge.memory.Latest;
import id.antar.gateway.edge.problem.Problem;
import id.antar.gateway.edge.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/// Slows down whoever guesses, and nobody else.
///
/// What fails is counted for an account *and* where it comes from, so that failures from elsewhere
/// delay nobody. A device that signed in before has a count of its own, whatever its address. An
/// address from which many accounts fail is slowed down for all accounts, except on devices that
/// are known. An account that does not exist is counted like any other.
///
/// The count is of this process and bounded: what was not heard of for longest is forgotten first.
final class SignInThrottle {

  private static final int UNAUTHORIZED = 401;
  private static final int FREE = 5;
  private static final int FREE_ACCOUNTS = 10;
  private static final int MOST_ACCOUNTS = 40;
  private static final int MOST_DOUBLINGS = 10;
  private static final Duration LONGEST = Duration.ofMinutes(15);
  private static final Duration FORGOTTEN = Duration.ofHours(1);

  private final Map<Pair, Failures> pairs;
  private final Map<String, Spread> addresses;
  private final InstantSource clock;

  /// @param most pairs, and addresses, that are remembered
  SignInThrottle(int most, InstantSource clock) {
    this.pairs = new Latest<>(most);
    this.addresses = new Latest<>(most);
    this.clock = clock;
  }

  private record Pair(String account, String source) {}

  private record Failures(int count, Instant last) {
    Failures without(Attempt attempt) {
      return new Failures(count - 1, last.equals(attempt.at()) ? attempt.before() : last);
    }
  }

  private record Spread(Set<String> accounts, Instant last) {
    Spread without(Attempt attempt) {
      return last.equals(attempt.at()) ? new Spread(accounts, attempt.spreadBefore()) : this;
    }
  }

  /// One that was admitted.
  ///
  /// @param before when the one before it was
  /// @param spreadBefore the same of its address
  record Attempt(
      EmailKey account, Source source, Instant at, Instant before, Instant spreadBefore) {}

  /// Counts the attempt as failed until it is known not to be, so that many at once are counted,
  /// too. Throws the problem of coming too soon, which counts for nothing.
  synchronized Attempt admit(EmailKey account, Source source) {
    Instant now = clock.instant();
    var pair = new Pair(account.value(), source.name());
    Failures failures = failures(pair, now);
    Instant spreadBefore = Instant.EPOCH;
    requirePast(failures.last().plus(delay(failures.count() - FREE)), now);
    if (!source.known()) {
      Spread spread = spread(source.name(), now);
      requirePast(spread.last().plus(delay(spread.accounts().size() - FREE_ACCOUNTS)), now);
      addresses.put(source.name(), and(spread, account, now));
      spreadBefore = spread.last();
    }
    pairs.put(pair, new Failures(failures.count() + 1, now));
    return new Attempt(account, source, now, failures.last(), spreadBefore);
  }

  /// Nothing was found out by the attempt: it is as if it had not been made.
  synchronized void withdraw(Attempt attempt) {
    String account = attempt.account().value();
    String source = attempt.source().name();
    Failures left =
        pairs.computeIfPresent(
            new Pair(account, source),
            (_, failures) -> failures.count() == 1 ? null : failures.without(attempt));
    Spread spread = addresses.get(source);
    if (spread != null) {
      if (left == null) {
        spread.accounts().remove(account);
      }
      addresses.put(source, spread.without(attempt));
    }
  }

  /// The attempt did not fail.
  synchronized void succeeded(EmailKey account, Source source) {
    pairs.remove(new Pair(account.value(), source.name()));
    Spread spread = addresses.get(source.name());
    if (spread != null) {
      spread.accounts().remove(account.value());
    }
  }

  /// Whether somebody was told that what they showed is wrong. Too many people at once, or a part
  /// that is down, tell nobody anything.
  static boolean isGuess(Throwable failure) {
    return failure instanceof ProblemException refused
        && refused.problem().status() == UNAUTHORIZED;
  }

  synchronized int size() {
    return pairs.size() + addresses.size();
  }

  private Failures failures(Pair pair, Instant now) {
    Failures known = pairs.get(pair);
    return known == null || isForgotten(known.last(), now) ? new Failures(0, Instant.EPOCH) : known;
  }

  private Spread spread(String address, Instant now) {
    Spread known = addresses.get(address);
    return known == null || isForgotten(known.last(), now)
        ? new Spread(new LinkedHashSet<>(), Instant.EPOCH)
        : known;
  }

  private static Spread and(Spread spread, EmailKey account, Instant now) {
    boolean added =
        spread.accounts().size() < MOST_ACCOUNTS && spread.accounts().add(account.value());
    return new Spread(spread.accounts(), added ? now : later(spread.last(), now, spread));
  }

  /// Somebody who mistypes again and again is one account, not many.
  private static Instant later(Instant last, Instant now, Spread spread) {
    return spread.accounts().size() > FREE_ACCOUNTS ? now : last;
  }

  private static boolean isForgotten(Instant last, Instant now) {
    return !last.plus(FORGOTTEN).isAfter(now);
  }

  /// 1, 2, 4 … seconds, and no more than a quarter of an hour.
  private static Duration delay(int beyond) {
    if (beyond < 0) {
      return Duration.ZERO;
    }
    Duration doubled = Duration.ofSeconds(1L << Math.min(beyond, MOST_DOUBLINGS));
    return doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
  }

  private static void requirePast(Instant free, Instant now) {
    if (free.isAfter(now)) {
      throw Problem.of(429, "too-many-attempts", "Too many attempts failed; try again later.")
          .retryAfter(Duration.between(now, free).plusSeconds(1))
          .asException();
    }
  }
}
