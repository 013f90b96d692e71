package id.antar.infra.mode;

import id.antar.api.mode.ProductionCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;

/// Looks at every secret of ours, known by the end of its name: on a command line all who may list
/// processes read it, and one that can be guessed is none.
final class SecretsCheck implements ProductionCheck {
  private static final Pattern SECRET = Pattern.compile("antar[._].*(secret|password|token|key)");

  /// These end like secrets, and are files and rates.
  private static final Pattern NONE = Pattern.compile("antar[._]gateway[._](tls|limits)[._].*");

  private static final Pattern ADDRESS =
      Pattern.compile("antar[._](mysql|elasticsearch|redis)[._](read[._-]?)?url");
  private static final Pattern PASSWORD_IN_ADDRESS = Pattern.compile("//[^/@]*:([^/@]*)@");
  private static final Set<String> READ_BY_ALL = Set.of("commandLineArgs", "systemProperties");
  private static final int SHORTEST = 12;
  private static final int FEWEST_DIFFERENT = 5;

  private final ConfigurableEnvironment environment;

  SecretsCheck(ConfigurableEnvironment environment) {
    this.environment = environment;
  }

  @Override
  public List<String> weaknesses() {
    var weak = new ArrayList<String>();
    for (PropertySource<?> source : environment.getPropertySources()) {
      if (source instanceof EnumerablePropertySource<?> listed) {
        for (String name : new TreeSet<>(List.of(listed.getPropertyNames()))) {
          check(source.getName(), name, String.valueOf(listed.getProperty(name)), weak);
        }
      }
    }
    return weak;
  }

  private static void check(String source, String name, String value, List<String> weak) {
    String secret = secretIn(name.toLowerCase(Locale.ROOT), value);
    if (secret.isBlank()) {
      return;
    }
    if (READ_BY_ALL.contains(source)) {
      weak.add(name + " is on the command line; secrets come from the environment or a file.");
    }
    if (secret.length() < SHORTEST || secret.chars().distinct().count() < FEWEST_DIFFERENT) {
      weak.add(name + " can be guessed: it is shorter than " + SHORTEST + " or repeats itself.");
    }
  }

  private static String secretIn(String name, String value) {
    if (ADDRESS.matcher(name).matches()) {
      var password = PASSWORD_IN_ADDRESS.matcher(value);
      return password.find() ? password.group(1) : "";
    }
    return SECRET.matcher(name).matches() && !NONE.matcher(name).matches() ? value : "";
  }
}
