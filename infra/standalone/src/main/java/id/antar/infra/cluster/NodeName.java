package id.antar.infra.cluster;

import id.antar.infra.role.Part;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/// What a process is called by the others: its roles, its host, and something that no other one
/// has.
public final class NodeName {

  private NodeName() {}

  public static String of(Part part) {
    int any = RandomGenerator.getDefault().nextInt();
    return part.toString().replace(',', '+') + "@" + host() + "-" + HexFormat.of().toHexDigits(any);
  }

  /// Whether couriers report to it.
  static boolean isGateway(String name) {
    return has(name, "gateway");
  }

  /// Whether it handles commands.
  public static boolean isCommand(String name) {
    return has(name, "command");
  }

  private static boolean has(String name, String role) {
    String roles = name.substring(0, Math.max(0, name.indexOf('@')));
    return ("+" + roles + "+").contains("+" + role + "+");
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException _) {
      return "unknown";
    }
  }
}
