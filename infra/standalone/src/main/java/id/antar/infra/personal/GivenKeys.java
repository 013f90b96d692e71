package id.antar.infra.personal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.core.env.Environment;

/// Master keys from outside: the current one in `ANTAR_MASTER_KEY`, those before it, separated by
/// commas, in `ANTAR_MASTER_KEY_PREVIOUS`; or in the files that the same names with `_FILE` name.
record GivenKeys(List<MasterKey> keys) {
  static final String CURRENT = "ANTAR_MASTER_KEY";
  static final String PREVIOUS = "ANTAR_MASTER_KEY_PREVIOUS";

  static GivenKeys of(Environment environment) {
    var keys = new ArrayList<MasterKey>();
    find(environment, CURRENT).ifPresent(it -> keys.add(MasterKey.decode(CURRENT, it)));
    for (String previous : find(environment, PREVIOUS).orElse("").split("[,\\s]+")) {
      if (!previous.isBlank()) {
        keys.add(MasterKey.decode(PREVIOUS, previous));
      }
    }
    if (!keys.isEmpty() && find(environment, CURRENT).isEmpty()) {
      throw new IllegalArgumentException(PREVIOUS + " is given, and " + CURRENT + " is not.");
    }
    return new GivenKeys(List.copyOf(keys));
  }

  private static Optional<String> find(Environment environment, String name) {
    return Optional.ofNullable(environment.getProperty(name))
        .or(() -> Optional.ofNullable(environment.getProperty(name + "_FILE")).map(GivenKeys::read))
        .filter(text -> !text.isBlank());
  }

  private static String read(String file) {
    try {
      return Files.readString(Path.of(file));
    } catch (IOException e) {
      throw new UncheckedIOException("The master key cannot be read from " + file + ".", e);
    }
  }
}
