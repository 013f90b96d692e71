package id.antar.gateway.edge.memory;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// So many entries at most: one more pushes out the one that nobody has asked for the longest. Not
/// safe for use by several threads.
public final class Latest<K, V> extends LinkedHashMap<K, V> {

  private static final long serialVersionUID = 1;
  private static final int SMALL = 16;
  private static final float USUAL_LOAD = 0.75f;

  private final int most;

  public Latest(int most) {
    super(SMALL, USUAL_LOAD, true);
    this.most = most;
  }

  @Override
  protected boolean removeEldestEntry(Map.@Nullable Entry<K, V> eldest) {
    return size() > most;
  }
}
