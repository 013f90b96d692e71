package id.antar.infra.engine;

import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// A collector in memory. Only who asks for a trace has one.
@Configuration(proxyBeanMethods = false)
class TracedConfiguration {
  static final String[] OPTIONS = {
    "--antar.tracing.endpoint=http://localhost:1/v1/traces",
    "--antar.tracing.probability=0",
    "--antar.tracing.asked=1000"
  };

  @Bean
  InMemorySpanExporter spanExporter() {
    return InMemorySpanExporter.create();
  }
}
