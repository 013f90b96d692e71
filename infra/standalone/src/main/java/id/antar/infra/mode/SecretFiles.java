package id.antar.infra.mode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/// Reads a secret from the file that the environment names:
/// `ANTAR_MASTER_KEY_FILE=/run/secrets/key` stands for `ANTAR_MASTER_KEY` with what is in that
/// file.
public final class SecretFiles implements EnvironmentPostProcessor {
  private static final String SOURCE = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
  private static final String FILE = "_FILE";
  private static final Pattern NAME =
      Pattern.compile("ANTAR_[A-Z0-9_]*(KEY|SECRET|PASSWORD|TOKEN|URL)_FILE");

  /// Settings of ours that are files themselves.
  private static final Set<String> ARE_FILES = Set.of("ANTAR_GATEWAY_KEY_FILE");

  @Override
  public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication app) {
    Map<String, Object> secrets = read(environment.getSystemEnvironment());
    if (!secrets.isEmpty()) {
      environment
          .getPropertySources()
          .addAfter(SOURCE, new SystemEnvironmentPropertySource("secretFiles-" + SOURCE, secrets));
    }
  }

  static Map<String, Object> read(Map<String, Object> environment) {
    var secrets = new LinkedHashMap<String, Object>();
    environment.forEach((name, file) -> {
      if (NAME.matcher(name).matches() && !ARE_FILES.contains(name)) {
        String secret = name.substring(0, name.length() - FILE.length());
        if (environment.containsKey(secret)) {
          throw new IllegalStateException(secret + " and " + name + " are both given.");
        }
        secrets.put(secret, content(name, Path.of(String.valueOf(file))));
      }
    });
    return secrets;
  }

  private static String content(String name, Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException _) {
      throw new IllegalStateException("The file that " + name + " names cannot be read: " + file);
    }
  }
}
