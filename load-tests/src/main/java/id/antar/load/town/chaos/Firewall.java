package id.antar.load.town.chaos;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// Keeps what one process and the others tell each other from arriving, by Linux' `nft`, which only
/// root may use. Nobody is told that anything is lost, as when a cable is pulled.
final class Firewall {
  private static final String TABLE = "inet antar_chaos";

  private Firewall() {}

  /// Also takes away what a run that was killed has left.
  static boolean mayBeUsed() {
    return carryOut("add table " + TABLE + "\ndelete table " + TABLE + "\n");
  }

  /// @param address that only this process has
  /// @return whether it got there
  static boolean cutOff(String address) {
    return carryOut(
        """
        table %s {
          chain arriving {
            type filter hook input priority 0;
            ip saddr %s drop
            ip daddr %s drop
          }
        }
        """
            .formatted(TABLE, address, address));
  }

  /// @return whether it got there
  static boolean restore() {
    return carryOut("delete table " + TABLE + "\n");
  }

  private static boolean carryOut(String rules) {
    try {
      Process nft =
          new ProcessBuilder("nft", "-f", "-")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      try (var input = nft.getOutputStream()) {
        input.write(rules.getBytes(StandardCharsets.UTF_8));
      }
      return nft.onExit().join().exitValue() == 0;
    } catch (IOException _) {
      return false;
    }
  }
}
