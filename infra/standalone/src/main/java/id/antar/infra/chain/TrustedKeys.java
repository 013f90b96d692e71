package id.antar.infra.chain;

import id.antar.api.ops.LogCheckpoint;
import id.antar.infra.work.WorkFolder;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Whose signature counts: the keys in a file of the work folder, one a line. The engine adds its
/// own; those of others on the same database, and former ones, are put there by a person. The
/// database has no say in it.
final class TrustedKeys {
  static final String FILE = "log-signing.pub";

  private final Map<String, PublicKey> keys = new HashMap<>();

  TrustedKeys(Iterable<String> base64) {
    base64.forEach(this::add);
  }

  static TrustedKeys load(SigningKey own, WorkFolder work) {
    String known = Optional.ofNullable(work.find(FILE)).orElse("");
    if (known.lines().noneMatch(line -> line.strip().equals(own.publicKey()))) {
      known = (known + "\n").stripLeading() + own.publicKey() + "\n";
      work.write(FILE, known);
    }
    return new TrustedKeys(known.lines().map(String::strip).filter(it -> !it.isEmpty()).toList());
  }

  private void add(String base64) {
    try {
      PublicKey key = SigningKey.publicKey(base64);
      keys.put(SigningKey.idOf(key), key);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IllegalStateException("A line of " + FILE + " is no Ed25519 key.", e);
    }
  }

  /// @return what is wrong with the signature
  Optional<String> complaint(LogCheckpoint checkpoint) {
    PublicKey key = keys.get(checkpoint.keyId());
    if (key == null) {
      return Optional.of(
          "is signed by the key %s, which is not in %s".formatted(checkpoint.keyId(), FILE));
    }
    return SigningKey.verifies(key, checkpoint.signed(), checkpoint.signature())
        ? Optional.empty()
        : Optional.of("is not what was signed");
  }
}
