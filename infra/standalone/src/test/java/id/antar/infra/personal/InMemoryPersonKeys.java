package id.antar.infra.personal;

import id.antar.api.person.PersonId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import javax.crypto.spec.SecretKeySpec;

/// Keys that are forgotten with the test.
public final class InMemoryPersonKeys implements PersonKeys {
  private final Map<PersonId, Keyed> keys = new HashMap<>();
  private long made;

  public static MessageJson json() {
    return json(new InMemoryPersonKeys());
  }

  static MessageJson json(PersonKeys keys) {
    return new MessageJson(new Sealing(keys, () -> Instant.EPOCH));
  }

  @Override
  public Keyed keyOf(PersonId person) {
    return keys.computeIfAbsent(person, _ -> make());
  }

  private Keyed make() {
    made++;
    var bytes = new byte[32];
    bytes[0] = (byte) made;
    return new Keyed.Held(new PersonKey(made, new SecretKeySpec(bytes, "AES")));
  }

  @Override
  public Keyed find(PersonId person) {
    return keys.getOrDefault(person, new Keyed.Unknown());
  }

  @Override
  public void fetch(Set<PersonId> persons) {}

  @Override
  public void drop(PersonId person) {
    keys.put(person, new Keyed.Forgotten());
  }
}
