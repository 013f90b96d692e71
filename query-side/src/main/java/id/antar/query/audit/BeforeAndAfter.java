package id.antar.query.audit;

import id.antar.api.audit.AuditQuery.Basis;
import id.antar.api.audit.AuditQuery.Change;
import id.antar.query.history.Content;
import id.antar.query.projection.Fold;
import id.antar.query.projection.Projector;
import id.antar.query.projection.Recorded;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;

/// What one event changed: what it is about is folded from its own events, without the last of them
/// and with it. The fold is that of the view which has the aggregate's name.
final class BeforeAndAfter {

  private final Supplier<Map<String, Fold<?>>> folds;

  BeforeAndAfter(Supplier<List<Fold<?>>> folds) {
    this.folds =
        () -> folds.get().stream().collect(Collectors.toMap(Fold::name, Function.identity()));
  }

  static BeforeAndAfter of(Supplier<List<Projector<?>>> projectors) {
    return new BeforeAndAfter(() ->
        projectors.get().stream()
            .<Fold<?>>map(Projector::fold)
            .filter(fold -> !fold.isAppendOnly())
            .toList());
  }

  record Difference(Basis basis, List<Change> changes) {}

  /// @param kind of what the events are about
  /// @param id of what the events are about
  /// @param history its events up to the one in question, oldest first
  Difference of(@Nullable String kind, @Nullable String id, List<EventMessage<?>> history) {
    Object event = history.getLast().getPayload();
    Fold<?> fold = kind == null ? null : folds.get().get(kind);
    return fold == null || id == null || !fold.handles(event.getClass())
        ? new Difference(Basis.EVENT, Content.difference(null, event))
        : new Difference(Basis.STATE, changes(fold, id, history));
  }

  private static <S> List<Change> changes(Fold<S> fold, String id, List<EventMessage<?>> history) {
    S before = null;
    for (EventMessage<?> message : history.subList(0, history.size() - 1)) {
      before = next(fold, id, before, message);
    }
    S after = next(fold, id, before, history.getLast());
    return Content.difference(view(fold, before), view(fold, after));
  }

  private static <S> @Nullable S next(
      Fold<S> fold, String id, @Nullable S state, EventMessage<?> message) {
    return fold.handles(message.getPayloadType())
        ? fold.evolve(id, state, Recorded.of(message))
        : state;
  }

  private static <S> @Nullable Object view(Fold<S> fold, @Nullable S state) {
    return state == null ? null : fold.view(state);
  }
}
