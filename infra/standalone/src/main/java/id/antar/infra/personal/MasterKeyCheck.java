package id.antar.infra.personal;

import id.antar.api.mode.ProductionCheck;
import id.antar.api.mode.SecretFile;
import java.nio.file.Path;
import java.util.List;
import org.springframework.core.env.Environment;

/// Whether the master keys are some: whole, and if in a file, in one that is its owner's alone.
final class MasterKeyCheck implements ProductionCheck {
  private final Environment environment;
  private final Path work;

  MasterKeyCheck(Environment environment, Path work) {
    this.environment = environment;
    this.work = work;
  }

  @Override
  public List<String> weaknesses() {
    try {
      return GivenKeys.of(environment).keys().isEmpty()
          ? SecretFile.weakness(work.resolve(MasterKeys.FILE)).stream().toList()
          : List.of();
    } catch (IllegalArgumentException e) {
      return List.of(String.valueOf(e.getMessage()));
    }
  }
}
