package id.antar.gateway.stream.hub;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Something that is made when it is first wanted, and then kept. Several threads may want it.
final class Once<T> {

  private volatile @Nullable T made;
  private @Nullable Supplier<T> maker;

  Once(Supplier<T> maker) {
    this.maker = maker;
  }

  T get() {
    T known = made;
    return known == null ? make() : known;
  }

  private synchronized T make() {
    T known = made;
    if (known == null && maker != null) {
      known = maker.get();
      made = known;
      maker = null;
    }
    if (known == null) {
      throw new IllegalStateException("Nothing was made.");
    }
    return known;
  }
}
