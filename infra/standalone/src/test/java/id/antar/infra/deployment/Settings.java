package id.antar.infra.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import tools.jackson.databind.json.JsonMapper;

/// The names that the engine knows settings by, in the form that the environment has them in.
final class Settings {
  /// What is asked for by its name, rather than bound to a record.
  private static final Pattern ASKED_FOR =
      Pattern.compile(
          "\\$\\{(antar\\.[\\w.-]+)|(?:getProperty|bind)\\(\\s*\"(antar\\.[\\w.-]+)\"|\"(ANTAR_[A-Z_]+)\"");

  /// As SecretFiles reads them.
  private static final Pattern FROM_A_FILE =
      Pattern.compile("(ANTAR_[A-Z0-9_]*(?:KEY|SECRET|PASSWORD|TOKEN|URL))_FILE");

  private final Set<String> names = new TreeSet<>(Set.of("JDK_JAVA_OPTIONS"));
  private final Set<String> prefixes = new TreeSet<>();

  private Settings() {}

  static Settings ofTheEngine() {
    var settings = new Settings();
    settings.addBound();
    settings.addAskedFor();
    settings.addSpring();
    return settings;
  }

  /// @param name a variable, or an argument without its dashes in front
  boolean knows(String name) {
    String wanted = canonical(name);
    var file = FROM_A_FILE.matcher(wanted);
    return names.contains(wanted)
        || prefixes.stream().anyMatch(wanted::startsWith)
        || (file.matches() && names.contains(file.group(1)));
  }

  private static String canonical(String name) {
    return name.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
  }

  /// `signing-key` is looked for as `SIGNINGKEY` and as `SIGNING_KEY`.
  private void addBothForms(String name) {
    names.add(canonical(name));
    names.add(canonical(name.replace('-', '_')));
  }

  private void addBound() {
    var scanner = new ClassPathScanningCandidateComponentProvider(false);
    scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
    for (var found : scanner.findCandidateComponents("id.antar")) {
      try {
        Class<?> type = Class.forName(Objects.requireNonNull(found.getBeanClassName()));
        var properties = Objects.requireNonNull(type.getAnnotation(ConfigurationProperties.class));
        add(properties.value(), type);
      } catch (ClassNotFoundException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private void add(String prefix, Class<?> properties) {
    for (RecordComponent component : properties.getRecordComponents()) {
      String name = prefix + "." + dashed(component.getName());
      if (component.getType() == Map.class) {
        prefixes.add(canonical(name) + "_");
      } else if (isGroup(component.getType())) {
        add(name, component.getType());
      } else {
        addBothForms(name);
      }
    }
  }

  /// Rather than one value in a type of its own, such as a secret.
  private static boolean isGroup(Class<?> type) {
    return type.isRecord()
        && !(type.getRecordComponents().length == 1
            && type.getRecordComponents()[0].getType() == String.class
            && type.getEnclosingClass() == null);
  }

  private static String dashed(String name) {
    return name.replaceAll("(?<=[a-z0-9])([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }

  private void addAskedFor() {
    for (String source : sources()) {
      var asked = ASKED_FOR.matcher(source);
      while (asked.find()) {
        for (int form = 1; form <= asked.groupCount(); form++) {
          String name = asked.group(form);
          if (name != null) {
            addBothForms(name);
          }
        }
      }
    }
  }

  private static Stream<Path> javaSources() throws IOException {
    return Files.find(
        Deployment.REPOSITORY,
        20,
        (path, _) ->
            path.toString().contains("/src/main/java/") && path.toString().endsWith(".java"));
  }

  private static List<String> sources() {
    try (Stream<Path> files = javaSources()) {
      return files.map(Deployment::read).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void addSpring() {
    try {
      var found =
          Settings.class
              .getClassLoader()
              .getResources("META-INF/spring-configuration-metadata.json");
      for (var metadata : Collections.list(found)) {
        try (var in = metadata.openStream()) {
          for (var property : JsonMapper.shared().readTree(in).path("properties")) {
            String name = canonical(property.path("name").asString());
            names.add(name);
            if (property.path("type").asString("").startsWith("java.util.Map")) {
              prefixes.add(name + "_");
            }
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
