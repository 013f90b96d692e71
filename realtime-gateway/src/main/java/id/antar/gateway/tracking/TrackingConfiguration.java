package id.antar.gateway.tracking;

import id.antar.api.time.EngineClock;
import id.antar.gateway.edge.GatewayProperties;
import id.antar.gateway.edge.engine.Engine;
import id.antar.gateway.edge.page.StaticPage;
import id.antar.gateway.identity.TokenIssuer;
import id.antar.gateway.order.OrderAccess;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

@Configuration(proxyBeanMethods = false)
public class TrackingConfiguration {

  @Bean
  TrackingController trackingController(
      Engine engine,
      OrderAccess access,
      TokenIssuer issuer,
      EngineClock clock,
      GatewayProperties properties) {
    var links = new TrackingLinks(issuer, properties.publicUrl());
    return new TrackingController(engine, access, links, clock);
  }

  /// The page behind a tracking link.
  @Bean
  RouterFunction<ServerResponse> trackPage() {
    return StaticPage.routes("track");
  }
}
