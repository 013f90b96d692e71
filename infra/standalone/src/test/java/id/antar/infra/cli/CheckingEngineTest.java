package id.antar.infra.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.mode.Mode;
import id.antar.infra.redis.RedisProperties;
import id.antar.infra.role.Part;
import id.antar.infra.role.Role;
import id.antar.infra.servers.DatabaseAddress;
import id.antar.infra.work.WorkFolder;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class CheckingEngineTest {
  @TempDir Path folder;

  @Configuration(proxyBeanMethods = false)
  static class Nothing {}

  private ConfigurableApplicationContext started(Map<String, Object> environment, String... given) {
    var database = new DatabaseAddress("db", 3307, "antar", "a&b", "p@ss:word", "x=1");
    var application = new SpringApplication(Nothing.class);
    application.setWebApplicationType(WebApplicationType.NONE);
    application.addListeners(CheckingEngine.settings(WorkFolder.at(folder), database));
    application.addInitializers(context ->
        context
            .getEnvironment()
            .getPropertySources()
            .replace(
                "systemEnvironment",
                new SystemEnvironmentPropertySource("systemEnvironment", environment)));
    return application.run(given);
  }

  @Test
  void itIsAloneAndInDevelopmentWhateverTheEnvironmentAndTheCommandLineName() {
    Map<String, Object> production =
        Map.of(
            "ANTAR_MODE", "production",
            "ANTAR_CLUSTER_NAME", "town",
            "ANTAR_REDIS_URL", "redis://elsewhere:6379",
            "ANTAR_ROLES", "dispatch",
            "ANTAR_MYSQL_URL", "mysql://other:other@elsewhere/other",
            "ANTAR_MYSQL_READ_URL", "mysql://other:other@elsewhere/copy");

    try (var context =
        started(
            production, "--antar.mode=production", "--antar.roles=command", "--antar.quiet=true")) {
      Environment settings = context.getEnvironment();
      Binder binder = Binder.get(settings);
      assertThat(Part.of(settings)).isEqualTo(new Part(true, Set.of(Role.GATEWAY, Role.QUERY)));
      assertThat(binder.bind("antar.mode", Mode.class).get()).isEqualTo(Mode.DEVELOPMENT);
      assertThat(settings.getProperty("antar.cluster.name")).isBlank();
      assertThat(binder.bindOrCreate("antar.redis", RedisProperties.class).url()).isBlank();
      assertThat(settings.getProperty("antar.mysql.read-url")).isBlank();
      assertThat(settings.getProperty("antar.quiet")).isEqualTo("true");
      assertThat(DatabaseAddress.parse(settings.getRequiredProperty("antar.mysql.url")))
          .isEqualTo(new DatabaseAddress("db", 3307, "antar", "a&b", "p@ss:word", "x=1"));
    }
  }
}
