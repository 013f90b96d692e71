package id.antar.infra.personal;

import id.antar.api.mode.ProductionCheck;
import id.antar.api.mode.SecretFile;
import java.nio.file.Path;
import java.util.List;

/// Whether the master key is one: whole, and in a file that is its owner's alone.
final class MasterKeyCheck implements ProductionCheck {
  private final String given;
  private final Path work;

  MasterKeyCheck(String given, Path work) {
    this.given = given;
    this.work = work;
  }

  @Override
  public List<String> weaknesses() {
    if (given.isBlank()) {
      return SecretFile.weakness(work.resolve(MasterKey.FILE)).stream().toList();
    }
    try {
      var _ = MasterKey.decode(MasterKey.VARIABLE, given);
      return List.of();
    } catch (IllegalArgumentException e) {
      return List.of(String.valueOf(e.getMessage()));
    }
  }
}
