package id.antar.command.decider;

import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.message.Rejection;
import java.util.List;
import java.util.function.BiFunction;

/// Given facts, when a command, then facts or a refusal.
///
/// @param <S> state
/// @param <C> command
/// @param <E> event
public record History<S, C, E>(
    S state, BiFunction<S, E, S> evolve, BiFunction<S, C, Decision<E>> decide) {

  @SafeVarargs
  public final History<S, C, E> and(E... events) {
    return and(List.of(events));
  }

  public History<S, C, E> and(List<E> events) {
    S next = state;
    for (E event : events) {
      next = evolve.apply(next, event);
    }
    return new History<>(next, evolve, decide);
  }

  public Outcome<E> when(C command) {
    return new Outcome<>(decide.apply(state, command));
  }

  public record Outcome<E>(Decision<E> decision) {

    @SafeVarargs
    public final void then(E... events) {
      assertThat(decision).isEqualTo(Decision.accept(events));
    }

    public void thenNothing() {
      assertThat(decision).isEqualTo(Decision.satisfied());
    }

    public void thenRefused(Rejection reason) {
      assertThat(decision).isEqualTo(Decision.reject(reason));
    }

    public void thenRefusedBy(Rejection reason, E event) {
      assertThat(decision).isEqualTo(Decision.refuse(reason, event));
    }

    public List<E> events() {
      return decision.events();
    }
  }
}
