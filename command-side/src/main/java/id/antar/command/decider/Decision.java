package id.antar.command.decider;

import id.antar.api.message.Rejection;
import java.util.List;

/// What a state says to a command: the facts that follow from it, possibly none, or why not.
public sealed interface Decision<E> {

  /// The facts that follow.
  default List<E> events() {
    return List.of();
  }

  record Accepted<E>(List<E> events) implements Decision<E> {
    public Accepted {
      events = List.copyOf(events);
    }
  }

  record Rejected<E>(Rejection reason) implements Decision<E> {}

  /// A no that is a fact itself, such as a wrong code that counts.
  record Refused<E>(List<E> events, Rejection reason) implements Decision<E> {
    public Refused {
      events = List.copyOf(events);
    }
  }

  @SafeVarargs
  static <E> Decision<E> accept(E... events) {
    return new Accepted<>(List.of(events));
  }

  /// What is asked for holds already, or no longer matters.
  static <E> Decision<E> satisfied() {
    return new Accepted<>(List.of());
  }

  static <E> Decision<E> reject(Rejection reason) {
    return new Rejected<>(reason);
  }

  static <E> Decision<E> refuse(Rejection reason, E event) {
    return new Refused<>(List.of(event), reason);
  }
}
