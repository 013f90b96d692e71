package id.antar.gateway.edge.guard;

import id.antar.api.mode.Mode;
import id.antar.api.mode.ProductionCheck;
import id.antar.gateway.edge.GatewayProperties;
import id.antar.gateway.edge.address.ClientAddresses;
import id.antar.gateway.edge.address.Networks;
import id.antar.gateway.edge.trace.SlowRequests;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What a request passes before anybody asks what it wants; docs/edge.md has the order.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EdgeProperties.class)
public class GuardConfiguration {

  @Bean
  ClientAddresses clientAddresses(EdgeProperties edge) {
    return new ClientAddresses(new Networks(edge.trustedProxies()), edge.forwardedHeader());
  }

  @Bean
  SecurityHeaders securityHeaders(
      GatewayProperties gateway, @Value("${server.ssl.bundle:}") String tls) {
    var url = gateway.publicUrl();
    return new SecurityHeaders(!tls.isEmpty() || (url != null && "https".equals(url.getScheme())));
  }

  @Bean
  RequestShape requestShape(EdgeProperties edge) {
    return new RequestShape(edge.maxHeaders());
  }

  @Bean
  MetricsDoor metricsDoor(EdgeProperties edge, @Value("${antar.mode:development}") Mode mode) {
    return MetricsDoor.of(edge, mode);
  }

  @Bean
  Leaving leaving() {
    return new Leaving();
  }

  @Bean
  Origins origins(EdgeProperties edge, GatewayProperties gateway) {
    return new Origins(edge.allowedOrigins(), gateway.publicUrl());
  }

  @Bean
  OriginFilter originFilter(Origins origins) {
    return new OriginFilter(origins);
  }

  @Bean
  CookieGuard cookieGuard(Origins origins) {
    return new CookieGuard(origins);
  }

  @Bean
  ProductionCheck edgeChecks(GatewayProperties gateway, EdgeProperties edge) {
    return new EdgeChecks(gateway, edge);
  }

  @Bean
  BodyInTime bodyInTime(EdgeProperties edge) {
    return new BodyInTime(edge.readPause(), edge.bodyWithin());
  }

  @Bean
  SlowRequests slowRequests(EdgeProperties edge) {
    return new SlowRequests(edge.slow(), System::nanoTime);
  }

  @Bean
  ReadableContentType readableContentType() {
    return new ReadableContentType();
  }
}
