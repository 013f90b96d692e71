package id.antar.infra.catalogue;

import id.antar.infra.personal.EventJson;
import id.antar.infra.role.OnRole;
import id.antar.infra.role.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
public class CatalogueConfiguration {

  @Bean
  @OnRole(Role.GATEWAY)
  Catalogue catalogue(EventJson shown) {
    return new Catalogue(shown);
  }
}
