package id.antar.gateway.identity.account;

import static java.util.stream.Collectors.toMap;

import id.antar.gateway.edge.problem.ProblemException;
import id.antar.gateway.identity.account.SignIn.MustEnrol;
import id.antar.gateway.identity.account.SignIn.Opened;
import id.antar.gateway.identity.account.SignIn.Outcome;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// How sign-ins end.
final class SignInMeters {

  private enum Ending {
    OPENED,
    /// A second factor has to be set up, or to be shown.
    SECOND_FACTOR,
    REFUSED,
    THROTTLED,
    FAILED
  }

  private static final int TOO_MANY = 429;
  private static final int OUR_FAULT = 500;

  private final Map<Ending, Counter> counters;

  SignInMeters(MeterRegistry meters) {
    counters =
        Stream.of(Ending.values())
            .collect(
                toMap(
                    it -> it,
                    it ->
                        Counter.builder("antar.sign.ins")
                            .description("Sign-ins by how they ended")
                            .tag("outcome", it.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                            .register(meters)));
  }

  void count(Outcome outcome) {
    count(
        switch (outcome) {
          case Opened _ -> Ending.OPENED;
          case MustEnrol _ -> Ending.SECOND_FACTOR;
        });
  }

  void count(Throwable failure) {
    count(ending(failure));
  }

  private static Ending ending(Throwable failure) {
    if (!(failure instanceof ProblemException e) || e.problem().status() >= OUR_FAULT) {
      return Ending.FAILED;
    }
    if (e.problem().status() == TOO_MANY) {
      return Ending.THROTTLED;
    }
    return SignIn.isCode(e, "second-factor-required") ? Ending.SECOND_FACTOR : Ending.REFUSED;
  }

  private void count(Ending ending) {
    Objects.requireNonNull(counters.get(ending)).increment();
  }
}
