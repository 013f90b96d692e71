package id.antar.gateway.board;

import id.antar.api.dispatch.ZoneId;
import id.antar.api.time.EngineClock;
import id.antar.gateway.edge.GatewayProperties;
import id.antar.gateway.edge.engine.Engine;
import id.antar.gateway.edge.json.WireJson;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
public class BoardConfiguration {

  @Bean
  BoardController boardController(
      Engine engine, EngineClock clock, GatewayProperties properties, WireJson json) {
    return new BoardController(engine, clock, new ZoneId(properties.stream().zone()), json);
  }

  @Bean
  TrackController trackController(Engine engine) {
    return new TrackController(engine);
  }
}
