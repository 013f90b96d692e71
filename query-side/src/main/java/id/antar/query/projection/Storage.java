package id.antar.query.projection;

/// The rows that readers see and, while a projection is rebuilt, a second set beside them.
public interface Storage<S> {

  /// How findings call it.
  String name();

  Rows<S> live();

  /// Empty, whatever an earlier rebuild may have left behind.
  Rows<S> createFresh();

  /// Makes what was written lately visible to [Rows#page].
  default void settle() {}

  /// The fresh rows become the live ones, at once for every reader.
  void replaceLive();

  void dropFresh();
}
