package id.antar.infra.servers;

import id.antar.infra.work.WorkFolder;
import java.security.SecureRandom;
import java.util.HexFormat;

/// A server's password, made once and kept in the work folder.
final class ServerPassword {

  private ServerPassword() {}

  static String of(WorkFolder work, String file) {
    String known = work.find(file);
    if (known != null) {
      return known.strip();
    }
    var bytes = new byte[24];
    new SecureRandom().nextBytes(bytes);
    String fresh = HexFormat.of().formatHex(bytes);
    work.writeSecret(file, fresh + "\n");
    return fresh;
  }
}
