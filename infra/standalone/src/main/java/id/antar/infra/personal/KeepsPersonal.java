package id.antar.infra.personal;

import id.antar.api.person.PersonId;

/// Whoever keeps something personal that is not sealed.
@FunctionalInterface
public interface KeepsPersonal {

  /// Called once the person's key is dropped, so that what is asked for later is forgotten already.
  /// Doing it twice is doing it once.
  void forget(PersonId person);
}
