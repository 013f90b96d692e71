package id.antar.infra.catalogue;

import id.antar.infra.personal.EventJson;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
public class CatalogueConfiguration {

  @Bean
  Catalogue catalogue(EventJson shown) {
    return new Catalogue(shown);
  }
}
