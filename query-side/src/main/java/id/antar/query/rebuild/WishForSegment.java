package id.antar.query.rebuild;

/// Asks the process that works on a processor's only segment to let go of it for a moment. It may
/// take a second, and has to be asked again until it was.
@FunctionalInterface
public interface WishForSegment {
  void wish(String processor);
}
