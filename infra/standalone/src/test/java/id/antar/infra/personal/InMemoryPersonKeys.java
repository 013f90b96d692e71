package id.antar.infra.personal;

import id.antar.api.person.PersonId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;

/// Keys that are forgotten with the test.
final class InMemoryPersonKeys implements PersonKeys {
  private final Map<PersonId, PersonKey> keys = new HashMap<>();
  private long made;

  @Override
  public PersonKey keyOf(PersonId person) {
    return keys.computeIfAbsent(person, _ -> make());
  }

  private PersonKey make() {
    made++;
    var bytes = new byte[32];
    bytes[0] = (byte) made;
    return new PersonKey(made, new SecretKeySpec(bytes, "AES"));
  }

  @Override
  public Optional<PersonKey> find(PersonId person) {
    return Optional.ofNullable(keys.get(person));
  }

  @Override
  public void drop(PersonId person) {
    keys.remove(person);
  }
}
