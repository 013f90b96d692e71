package id.antar.infra.catalogue;

import id.antar.infra.personal.EventJson;
import id.antar.infra.startup.Role;
import id.antar.infra.startup.WithRole;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
public class CatalogueConfiguration {

  @Bean
  @WithRole(Role.GATEWAY)
  Catalogue catalogue(EventJson shown) {
    return new Catalogue(shown);
  }
}
