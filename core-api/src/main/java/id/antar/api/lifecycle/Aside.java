package id.antar.api.lifecycle;

/// Ends something while other things of its phase end.
public final class Aside {
  private Aside() {}

  /// @param ended told in any case
  public static void stop(Runnable stop, Runnable ended) {
    Thread.startVirtualThread(() -> {
      try {
        stop.run();
      } finally {
        ended.run();
      }
    });
  }
}
