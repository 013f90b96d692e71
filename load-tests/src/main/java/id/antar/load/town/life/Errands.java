package id.antar.load.town.life;

import java.util.concurrent.atomic.AtomicInteger;

/// What people still have to do when their orders are over: thank, complain, answer. The day is not
/// over before that is done.
public final class Errands {

  private final AtomicInteger open = new AtomicInteger();

  public boolean areDone() {
    return open.get() == 0;
  }

  public void begin(World world, String what, World.Activity activity) {
    open.incrementAndGet();
    world.begin(
        what,
        () -> {
          try {
            activity.go();
          } finally {
            open.decrementAndGet();
          }
        });
  }
}
