package id.antar.gateway.edge;

import id.antar.api.time.EngineClock;
import id.antar.gateway.edge.engine.Engine;
import id.antar.gateway.edge.guard.GuardConfiguration;
import id.antar.gateway.edge.idempotency.IdempotencyFilter;
import id.antar.gateway.edge.idempotency.RememberRequest;
import id.antar.gateway.edge.json.WireJson;
import id.antar.gateway.edge.limit.LimitConfiguration;
import id.antar.gateway.edge.loop.EventLoops;
import id.antar.gateway.edge.problem.NoteRefusal;
import id.antar.gateway.edge.problem.ProblemWriter;
import id.antar.gateway.edge.request.PhoneClock;
import id.antar.gateway.edge.trace.RequestIds;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.http.codec.json.JacksonJsonDecoder;
import org.springframework.http.codec.json.JacksonJsonEncoder;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(GatewayProperties.class)
@Import({GuardConfiguration.class, LimitConfiguration.class})
public class EdgeConfiguration {

  private static final int HANDLER_THREADS = 64;
  private static final int HANDLERS_QUEUED = 256;

  @Bean
  WireJson wireJson() {
    return new WireJson();
  }

  @Bean
  RequestIds requestIds() {
    return new RequestIds();
  }

  @Bean
  ProblemWriter problemWriter(
      WireJson json, EngineClock clock, NoteRefusal refusals, MeterRegistry meters) {
    return new ProblemWriter(json, clock, refusals, meters);
  }

  @Bean
  IdempotencyFilter idempotencyFilter(
      RememberRequest memory, ProblemWriter problems, GatewayProperties properties) {
    return new IdempotencyFilter(memory, problems, properties);
  }

  @Bean
  PhoneClock phoneClock(EngineClock clock) {
    return new PhoneClock(clock);
  }

  @Bean(destroyMethod = "dispose")
  Scheduler engineScheduler() {
    return Schedulers.newBoundedElastic(HANDLER_THREADS, HANDLERS_QUEUED, "engine");
  }

  @Bean
  Engine engine(
      CommandGateway commands,
      QueryGateway queries,
      Scheduler engineScheduler,
      GatewayProperties properties) {
    return new Engine(commands, queries, engineScheduler, properties);
  }

  /// One event loop for each core: a message to many clients wakes few threads.
  @Bean
  ReactorResourceFactory reactorResourceFactory(GatewayProperties properties) {
    int loops = Runtime.getRuntime().availableProcessors();
    var resources = new ReactorResourceFactory();
    resources.setUseGlobalResources(false);
    // Whoever was served has been served by then.
    resources.setShutdownQuietPeriod(Duration.ZERO);
    resources.setLoopResourcesSupplier(() -> new EventLoops(loops, properties.rest()));
    return resources;
  }

  @Bean
  WebFluxConfigurer wireFormat(WireJson json, GatewayProperties properties) {
    return new WebFluxConfigurer() {
      @Override
      public void configureHttpMessageCodecs(ServerCodecConfigurer codecs) {
        var defaults = codecs.defaultCodecs();
        defaults.maxInMemorySize((int) properties.maxBody().toBytes());
        defaults.jacksonJsonDecoder(new JacksonJsonDecoder(json.mapper()));
        defaults.jacksonJsonEncoder(new JacksonJsonEncoder(json.mapper()));
      }

      @Override
      public void addFormatters(FormatterRegistry registry) {
        registry.addConverterFactory(new LenientEnums());
      }
    };
  }
}
