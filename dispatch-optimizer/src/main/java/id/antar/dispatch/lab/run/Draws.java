package id.antar.dispatch.lab.run;

/// Chance that depends on nothing but the seed and what it is about: two runs of one seed that ask
/// the same question are told the same, whatever else they have asked. So the difference between
/// two policies is not that between two days.
public final class Draws {

  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;
  private static final double UNIT = 0x1.0p-53;

  private final long seed;

  public Draws(long seed) {
    this.seed = seed;
  }

  /// From 0 to below 1.
  double uniform(String about, Object... whom) {
    long hash = mixed(FNV_OFFSET ^ mixed(seed), about);
    for (Object each : whom) {
      hash = mixed(hash, each.toString());
    }
    return (mixed(hash) >>> 11) * UNIT;
  }

  /// One of them, each as likely as the others.
  int pick(int[] values, String about, Object... whom) {
    return values[(int) (uniform(about, whom) * values.length)];
  }

  private static long mixed(long before, String text) {
    long hash = (before ^ 0xff) * FNV_PRIME;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * FNV_PRIME;
    }
    return hash;
  }

  /// Finalizer of SplitMix64 (Steele, Lea, Flood 2014).
  private static long mixed(long value) {
    long z = value + 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
