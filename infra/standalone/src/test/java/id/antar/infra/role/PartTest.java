package id.antar.infra.role;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class PartTest {

  private static Part part(Map<String, Object> settings) {
    var environment = new StandardEnvironment();
    environment.getPropertySources().addFirst(new MapPropertySource("test", settings));
    return Part.of(environment);
  }

  @Test
  void aProcessThatNamesNothingIsAllThereIs() {
    Part part = part(Map.of());

    assertThat(part.alone()).isTrue();
    assertThat(part.roles()).containsExactlyInAnyOrder(Role.values());
  }

  @Test
  void aBlankNameNamesNothing() {
    assertThat(part(Map.of("antar.roles", "")).roles()).containsExactlyInAnyOrder(Role.values());
  }

  @Test
  void aProcessOfAClusterHasTheRolesThatItNames() {
    Part part = part(Map.of("antar.cluster.name", "jakarta", "antar.roles", "query,gateway"));

    assertThat(part.alone()).isFalse();
    assertThat(part).hasToString("gateway,query");
  }

  @Configuration(proxyBeanMethods = false)
  static class Beans {
    @Bean
    @OnRole(Role.COMMAND)
    String ofCommands() {
      return "command";
    }

    @Bean
    @OnRole({Role.QUERY, Role.GATEWAY})
    String ofReaders() {
      return "readers";
    }
  }

  @Test
  void aBeanIsThereWhereOneOfItsRolesIs() {
    new ApplicationContextRunner()
        .withUserConfiguration(Beans.class)
        .withPropertyValues("antar.roles=dispatch,query")
        .run(context -> assertThat(context).hasBean("ofReaders").doesNotHaveBean("ofCommands"));
  }
}
