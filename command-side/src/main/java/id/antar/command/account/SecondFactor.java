package id.antar.command.account;


import id.antar.api.hash.Sha256;
import id.antar.api.person.Personal;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/// What an account has beside its password.
sealed interface SecondFactor {

  record None() implements SecondFactor {}

  record Proposed(Personal<String> secret) implements SecondFactor {
    OptionalLong match(String code, Instant now) {
      return step(secret, code, now, 0);
    }
  }

  /// @param lastStep whose code was taken last
  record Enabled(Personal<String> secret, List<String> recoveryHashes, long lastStep)
      implements SecondFactor {

    Shown show(String code, Instant now) {
      OptionalLong step = step(secret, code, now, lastStep);
      if (step.isPresent()) {
        return new Shown.Step(step.getAsLong());
      }
      String hash = hash(code);
      return recoveryHashes.contains(hash) ? new Shown.Recovery(hash) : new Shown.Wrong();
    }

    Enabled without(String recoveryHash) {
      List<String> left =
          recoveryHashes.stream().filter(hash -> !hash.equals(recoveryHash)).toList();
      return new Enabled(secret, left, lastStep);
    }

    Enabled after(long step) {
      return new Enabled(secret, recoveryHashes, Math.max(lastStep, step));
    }
  }

  /// What a code turned out to be.
  sealed interface Shown {
    record Step(long step) implements Shown {}

    record Recovery(String hash) implements Shown {}

    record Wrong() implements Shown {}
  }

  private static OptionalLong step(Personal<String> secret, String code, Instant now, long after) {
    return secret
        .find()
        .map(known -> Totp.match(known, code, now, after))
        .orElseGet(OptionalLong::empty);
  }

  /// Recovery codes have 80 random bits: nobody finds one by trying.
  private static String hash(String code) {
    return Sha256.hex(code);
  }
}
