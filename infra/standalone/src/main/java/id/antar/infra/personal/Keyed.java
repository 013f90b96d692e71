package id.antar.infra.personal;

/// What is known of a person's key.
sealed interface Keyed {

  record Held(PersonKey key) implements Keyed {}

  /// The key was dropped, and there will be no other.
  record Forgotten() implements Keyed {}

  /// Nothing was ever sealed for this person.
  record Unknown() implements Keyed {}
}
