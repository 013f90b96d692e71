package id.antar.infra.work;

import java.util.UUID;

/// The name under which a process owns what only one at a time may have, such as the claim of an
/// event processor.
public record Owner(String name) {
  private static final int RANDOM = 8;

  /// Who is alone has the folder's name, which its lock protects: started again after it was killed
  /// it goes on at once with what it had. Beside others each start has a name of its own, because
  /// folders may have been copied; what a killed one had is free when the claim has run out.
  public static Owner of(WorkFolder work, boolean alone) {
    return new Owner(alone ? work.id() : work.id() + "-" + random());
  }

  private static String random() {
    return UUID.randomUUID().toString().substring(0, RANDOM);
  }
}
