package id.antar.load.fanout.peer;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/// A process that ends with this one, however that ends.
public final class Attended implements AutoCloseable {

  private static final int ENDS_WITHIN_SECONDS = 60;

  private final Process process;

  private Attended(Process process) {
    this.process = process;
  }

  public static Attended start(ProcessBuilder builder) throws IOException {
    Process process = builder.start();
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(process::destroy));
    return new Attended(process);
  }

  public Process process() {
    return process;
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(ENDS_WITHIN_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
