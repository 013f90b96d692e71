package id.antar.api.person;

import com.fasterxml.jackson.annotation.JsonValue;
import id.antar.api.message.Actor;
import id.antar.api.message.Ids;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Whose something personal is: an id together with the role that it is an id of, because a
/// customer and a courier may have the same.
public record PersonId(@JsonValue String value) {

  private static final int LONGEST = 80;

  public PersonId {
    Ids.requireId("person id", value, LONGEST);
  }

  /// Whoever has that account. Of a customer or courier it is their own.
  public static PersonId of(Actor account) {
    return new PersonId(account.role().name().toLowerCase(Locale.ROOT) + "." + account.id());
  }

  /// All of whom nobody knows who they are, together for one day, so that they are forgotten
  /// together, too.
  public static PersonId ofStrangers(Instant at) {
    return new PersonId("stranger." + LocalDate.ofInstant(at, ZoneOffset.UTC));
  }

  /// Whose account it is, if it is somebody's: there are persons without one, such as whoever is
  /// invited.
  public Optional<Actor> findAccount() {
    int dot = value.indexOf('.');
    return Arrays.stream(Actor.Role.values())
        .filter(role -> dot >= 0 && role.name().equalsIgnoreCase(value.substring(0, dot)))
        .map(role -> new Actor(role, value.substring(dot + 1)))
        .findFirst();
  }

  @Override
  public String toString() {
    return value;
  }
}
