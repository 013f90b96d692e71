package id.antar.infra.trace;

import id.antar.api.time.EngineClock;
import id.antar.infra.role.Part;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import org.axonframework.commandhandling.CommandBusSpanFactory;
import org.axonframework.common.Registration;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.EventBusSpanFactory;
import org.axonframework.queryhandling.QueryBus;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/// Traces by OpenTelemetry, from a request to the commands, events, views and streams that follow
/// from it. Without a collector none of it is there.
@Configuration(proxyBeanMethods = false)
@Conditional(CollectorIsNamed.class)
@EnableConfigurationProperties(TracingProperties.class)
public class TraceConfiguration {

  /// Spans are sent from a thread of its own; when more come than it can send, they are lost.
  @Bean(destroyMethod = "close")
  SdkTracerProvider tracerProvider(
      TracingProperties properties, ObjectProvider<SpanExporter> exporters, Part part) {
    SpanExporter exporter = exporters.getIfAvailable(() -> otlp(properties));
    return SdkTracerProvider.builder()
        .setResource(resource(part))
        .setSampler(new AtTheDoor(properties.probability(), properties.asked(), System::nanoTime))
        .addSpanProcessor(BatchSpanProcessor.builder(exporter).build())
        .build();
  }

  private static SpanExporter otlp(TracingProperties properties) {
    var builder = OtlpHttpSpanExporter.builder().setEndpoint(properties.endpoint());
    properties.headers().forEach(builder::addHeader);
    return builder.build();
  }

  private static Resource resource(Part part) {
    return Resource.getDefault()
        .merge(
            Resource.create(
                Attributes.of(
                    AttributeKey.stringKey("service.name"),
                    "antar",
                    AttributeKey.stringKey("antar.roles"),
                    part.toString())));
  }

  @Bean
  Tracer tracer(SdkTracerProvider provider) {
    return provider.get("id.antar");
  }

  @Bean
  TracedRequests tracedRequests(Tracer tracer) {
    return new TracedRequests(tracer);
  }

  @Bean
  CommandBusSpanFactory commandBusSpanFactory(Tracer tracer) {
    return new CommandSpans(tracer);
  }

  @Bean
  EventBusSpanFactory eventBusSpanFactory(Tracer tracer) {
    return new EventSpans(tracer);
  }

  @Bean
  ConfigurerModule tracedEvents(Tracer tracer, EngineClock clock, TracingProperties properties) {
    return configurer ->
        configurer
            .eventProcessing()
            .registerDefaultHandlerInterceptor(
                (_, processor) -> new TracedEvents(tracer, clock, properties.follow(), processor));
  }

  @Bean(destroyMethod = "cancel")
  Registration tracedQueries(@Qualifier("localSegment") QueryBus queries, Tracer tracer) {
    return queries.registerHandlerInterceptor(new TracedQueries(tracer));
  }
}
