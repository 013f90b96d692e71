package id.antar.infra.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.function.IntSupplier;

/// What a command has printed.
record Printed(int status, String text) {

  static Printed by(IntSupplier command) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    var bytes = new ByteArrayOutputStream();
    try (var stream = new PrintStream(bytes, true, UTF_8)) {
      System.setOut(stream);
      System.setErr(stream);
      return new Printed(command.getAsInt(), bytes.toString(UTF_8));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }
}
