package id.antar.infra.personal;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.antar.api.person.PersonId;
import java.util.Optional;

/// Seals a text as a whole, for who keeps texts and no messages. Both methods may read a key from
/// the database.
public final class SealedText {
  private final Sealing sealing;

  SealedText(Sealing sealing) {
    this.sealing = sealing;
  }

  /// Empty once the person is forgotten.
  public Optional<String> seal(PersonId person, String place, String clear) {
    return sealing.seal(person, place, clear.getBytes(UTF_8));
  }

  /// Empty once the person is forgotten.
  public Optional<String> open(PersonId person, String place, String sealed) {
    return sealing.open(person, place, sealed).map(it -> new String(it, UTF_8));
  }
}
