package id.antar.query.projection;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a projection makes of events. A pure function: it knows no clock, no position in the store
/// and no neighbouring row, so rows that grew while the engine ran and rows that are rebuilt later
/// are the same.
///
/// Events of one aggregate come in their order. Events of two aggregates that did not wait for each
/// other may come in either order, so their effects on one row have to commute.
///
/// @param <S> what a row remembers
public interface Fold<S> {

  /// The projection's name, which is also its processing group's name behind `query.`.
  String name();

  Class<S> stateType();

  /// The (sealed) types of the events that this projection handles.
  List<Class<?>> eventTypes();

  /// The rows that the event concerns; where every event makes rows of its own, what these rows
  /// belong to.
  Collection<String> keys(Object event);

  /// The key under which a row is stored.
  default String rowKey(String key, Recorded recorded) {
    return key;
  }

  /// @param before absent while the row does not exist
  /// @return null if the row is still not to exist
  @Nullable S evolve(String key, @Nullable S before, Recorded recorded);

  /// What readers see of a row; this is what a rebuild compares.
  Object view(S state);

  /// Whether every row is made by one event and never changed, so that there is none to load.
  default boolean isAppendOnly() {
    return false;
  }

  default boolean handles(Class<?> type) {
    return eventTypes().stream().anyMatch(handled -> handled.isAssignableFrom(type));
  }
}
