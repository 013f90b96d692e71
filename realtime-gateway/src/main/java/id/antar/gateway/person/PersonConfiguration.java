package id.antar.gateway.person;

import id.antar.api.time.EngineClock;
import id.antar.gateway.edge.engine.Engine;
import id.antar.gateway.edge.json.WireJson;
import id.antar.gateway.edge.request.PhoneClock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
public class PersonConfiguration {

  @Bean
  PersonController personController(Engine engine, PhoneClock times) {
    return new PersonController(engine, new Involvement(engine), times);
  }

  @Bean
  ExportController exportController(
      ExportPerson export, Engine engine, WireJson json, EngineClock clock) {
    return new ExportController(export, new OwnTrack(engine::ask), json, clock);
  }
}
