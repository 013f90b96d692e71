package id.antar.infra.store;

import id.antar.infra.role.Part;
import id.antar.infra.role.Role;
import java.util.function.ToIntFunction;

/// The most connections of each kind that a process opens, by what it does.
///
/// @param engine for transactions
/// @param reading for the event store's readers
/// @param views for what is read and kept without waiting
record Connections(int engine, int reading, int views) {
  private static final Connections ALL = new Connections(48, 16, 24);

  /// More than these are of no use in one process.
  static Connections of(Part part) {
    return new Connections(
        sum(part, Connections::engine, ALL.engine()),
        sum(part, Connections::reading, ALL.reading()),
        sum(part, Connections::views, ALL.views()));
  }

  private static int sum(Part part, ToIntFunction<Connections> kind, int most) {
    int wanted = part.roles().stream().map(Connections::of).mapToInt(kind).sum();
    return Math.min(most, wanted);
  }

  private static Connections of(Role role) {
    return switch (role) {
      case GATEWAY -> new Connections(6, 4, 12);
      case COMMAND -> new Connections(24, 12, 6);
      case QUERY -> new Connections(28, 6, 12);
      case DISPATCH -> new Connections(6, 4, 2);
    };
  }
}
