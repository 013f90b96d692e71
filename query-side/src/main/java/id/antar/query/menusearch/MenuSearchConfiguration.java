package id.antar.query.menusearch;

import id.antar.query.projection.Projector;
import id.antar.query.search.Search;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
public class MenuSearchConfiguration {

  @Bean
  Projector<MenuDocument> menuSearchProjector(Search search) {
    return search.projector(new MenuSearchFold(), MenuSearchQueries.MAPPING);
  }

  @Bean
  MenuSearchProjection menuSearchProjection(Projector<MenuDocument> menuSearchProjector) {
    return new MenuSearchProjection(menuSearchProjector);
  }

  @Bean
  MenuSearchQueries menuSearchQueries(Search search) {
    return new MenuSearchQueries(search);
  }
}
