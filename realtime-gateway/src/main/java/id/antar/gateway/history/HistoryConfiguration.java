package id.antar.gateway.history;

import id.antar.gateway.audit.Looks;
import id.antar.gateway.edge.engine.Engine;
import id.antar.gateway.edge.json.WireJson;
import id.antar.gateway.edge.page.StaticPage;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

@Configuration(proxyBeanMethods = false)
public class HistoryConfiguration {

  @Bean
  PersonalLooks personalLooks(Looks looks) {
    return new PersonalLooks(looks);
  }

  @Bean
  EventController eventController(Engine engine, PersonalLooks looks, WireJson json) {
    return new EventController(engine, looks, new EventFeed(engine, InstantSource.system()), json);
  }

  @Bean
  EntityController entityController(Engine engine, PersonalLooks looks) {
    return new EntityController(engine, looks);
  }

  @Bean
  ExportController eventExportController(Engine engine, PersonalLooks looks) {
    return new ExportController(engine, looks);
  }

  @Bean
  CatalogueController catalogueController(Engine engine) {
    return new CatalogueController(engine);
  }

  /// The catalogue, to be looked through.
  @Bean
  RouterFunction<ServerResponse> cataloguePage() {
    return StaticPage.routes("catalogue");
  }
}
