package id.antar.gateway.board;

import id.antar.api.dispatch.ZoneId;
import id.antar.api.time.EngineClock;
import id.antar.gateway.audit.Looks;
import id.antar.gateway.edge.GatewayProperties;
import id.antar.gateway.edge.engine.Engine;
import id.antar.gateway.edge.json.WireJson;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
public class BoardConfiguration {

  @Bean
  BoardController boardController(
      Engine engine, EngineClock clock, GatewayProperties properties, WireJson json, Looks looks) {
    return new BoardController(engine, clock, new ZoneId(properties.stream().zone()), json, looks);
  }

  @Bean
  TrackController trackController(Engine engine, Looks looks) {
    return new TrackController(engine, looks);
  }
}
