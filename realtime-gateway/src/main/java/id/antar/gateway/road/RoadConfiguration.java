package id.antar.gateway.road;

import id.antar.gateway.edge.GatewayProperties;
import id.antar.gateway.edge.engine.Engine;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
public class RoadConfiguration {

  @Bean
  MapController mapController(Engine engine) {
    return new MapController(engine);
  }

  @Bean
  TileController tileController(Engine engine) {
    return new TileController(engine);
  }

  @Bean
  Coverage coverage(Engine engine, GatewayProperties properties) {
    return new Coverage(engine, properties);
  }
}
