package id.antar.gateway.audit;

import id.antar.api.audit.RecordRefusal;
import id.antar.api.time.EngineClock;
import id.antar.gateway.edge.engine.Engine;
import id.antar.gateway.edge.json.WireJson;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

@Configuration(proxyBeanMethods = false)
public class AuditConfiguration {

  @Bean
  RefusedAccess refusedAccess(
      RecordRefusal refusals,
      ObjectProvider<RequestMappingHandlerMapping> mappings,
      EngineClock clock) {
    return new RefusedAccess(refusals, new Routes(mappings::stream), clock);
  }

  @Bean
  Looks looks(Engine engine, EngineClock clock) {
    return new Looks(engine, clock);
  }

  @Bean
  AuditController auditController(Engine engine, Looks looks, WireJson json) {
    return new AuditController(engine, looks, json);
  }
}
