package id.antar.load.town.chaos;

import id.antar.load.town.chaos.Cluster.Member;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;

/// A process that is about to be struck, and nobody who gets its number after it.
///
/// @param startedAt absent if it was gone by then
record Victim(Member member, Optional<Instant> startedAt) {

  static Victim of(Member member) {
    return new Victim(member, startOf(member.pid()));
  }

  /// @return whether it got there
  boolean signal(String signal) {
    return startedAt.isPresent() && startedAt.equals(startOf(member.pid())) && kill(signal);
  }

  private static Optional<Instant> startOf(long pid) {
    return ProcessHandle.of(pid).flatMap(process -> process.info().startInstant());
  }

  private boolean kill(String signal) {
    try {
      return new ProcessBuilder("kill", "-" + signal, Long.toString(member.pid()))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .onExit()
              .join()
              .exitValue()
          == 0;
    } catch (IOException e) {
      throw new UncheckedIOException("No signal can be sent to " + member.name() + ".", e);
    }
  }
}
