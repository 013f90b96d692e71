package id.antar.infra.work;

import java.io.PrintStream;

/// What the person at the terminal is told. Everything else goes to the log.
public final class Console {
  private final PrintStream out;

  private Console(PrintStream out) {
    this.out = out;
  }

  public static Console onTerminal() {
    return new Console(System.out);
  }

  public static Console silent() {
    return new Console(new PrintStream(PrintStream.nullOutputStream()));
  }

  public synchronized void say(String line) {
    out.println(line);
    out.flush();
  }
}
