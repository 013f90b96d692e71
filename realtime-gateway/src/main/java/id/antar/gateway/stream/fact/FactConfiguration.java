package id.antar.gateway.stream.fact;

import id.antar.gateway.edge.GatewayProperties;
import id.antar.gateway.edge.json.WireJson;
import id.antar.gateway.edge.problem.Problem;
import id.antar.gateway.stream.hub.Frame;
import id.antar.gateway.stream.hub.StreamHub;
import id.antar.gateway.stream.hub.Topic;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.BiFunction;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

@Configuration(proxyBeanMethods = false)
public class FactConfiguration {

  private static final int TRACKED_ORDERS = 100_000;
  private static final int READERS = 4;
  private static final int READS_QUEUED = 10_000;

  @Bean
  FactLog factLog(GatewayProperties properties) {
    return new FactLog(properties.stream().recentFacts(), System::nanoTime);
  }

  @Bean
  OrderTracks orderTracks() {
    return new OrderTracks(TRACKED_ORDERS);
  }

  @Bean
  FactFrames factFrames(WireJson json) {
    return new FactFrames(json);
  }

  @Bean
  FactFeed factFeed(
      FactLog log,
      StreamHub hub,
      OrderTracks tracks,
      FactFrames frames,
      StoredFacts store,
      BiFunction<Problem, Topic, Frame> streamProblems) {
    return new FactFeed(log, hub, tracks, frames, store, streamProblems);
  }

  @Bean(destroyMethod = "dispose")
  Scheduler storeReaders() {
    return Schedulers.newBoundedElastic(READERS, READS_QUEUED, "stream-store");
  }

  @Bean
  Joins joins(
      FactLog log,
      StreamHub hub,
      OrderTracks tracks,
      FactFrames frames,
      StoredFacts store,
      Scheduler storeReaders,
      TellLast last,
      MeterRegistry meters,
      GatewayProperties properties) {
    var reads = new StoreReads(store, storeReaders, properties.stream().replayWait());
    return new Joins(
        log, hub, tracks, frames, store, reads, last, new Resumes(meters), properties.stream());
  }
}
