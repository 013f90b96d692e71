package id.antar.load.town.world;

import id.antar.load.client.Actor;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// How newcomers become known to an engine.
public sealed interface Welcome permits Reception, Registry {

  /// Somebody who wants in.
  ///
  /// @param form what the engine registers of customers and couriers
  /// @param person who they are, once they have an id
  record Applicant<T>(Map<String, Object> form, Function<Actor, T> person) {
    public Applicant {
      form = Map.copyOf(form);
    }
  }

  @FunctionalInterface
  interface Applying<T> {
    Applicant<T> apply(int number) throws InterruptedException;
  }

  @FunctionalInterface
  interface Arriving<T> {
    void arrive(T person) throws InterruptedException;
  }

  <T> List<T> admit(String role, int count, Applying<T> applying, Arriving<T> arriving)
      throws InterruptedException;
}
