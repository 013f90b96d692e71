package id.antar.infra.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;

/// What has to be known of the machine to start a server on it.
public final class Machine {
  private static final String ROOT = "root";

  private Machine() {}

  static boolean isWindows() {
    return System.getProperty("os.name").startsWith("Windows");
  }

  static boolean isRoot() {
    return !isWindows() && (ROOT.equals(System.getProperty("user.name")) || runsWithoutName());
  }

  /// In a container the user 0 may have no name.
  private static boolean runsWithoutName() {
    try {
      return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
    } catch (IOException e) {
      return false;
    }
  }

  public static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// An address that only this machine has, for one of several processes; the same for all of them
  /// where there is but one such address.
  ///
  /// @param number from 1
  public static String loopback(int number) {
    boolean hasMany = System.getProperty("os.name").equals("Linux") && number < 255;
    return hasMany ? "127.77.0." + number : "127.0.0.1";
  }

  static boolean answers(int port) {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /// Whether a user without rights of its own gets to the file: all folders on the way let others
  /// through.
  static boolean isReachableByOthers(Path file) {
    try {
      for (Path at = file.toRealPath(); at != null; at = at.getParent()) {
        if (!Files.getPosixFilePermissions(at).contains(PosixFilePermission.OTHERS_EXECUTE)
            && Files.isDirectory(at)) {
          return false;
        }
      }
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
