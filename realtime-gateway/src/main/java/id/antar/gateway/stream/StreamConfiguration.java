package id.antar.gateway.stream;

import id.antar.api.mode.Mode;
import id.antar.api.position.PositionBus;
import id.antar.api.time.EngineClock;
import id.antar.gateway.audit.RefusedAccess;
import id.antar.gateway.edge.GatewayProperties;
import id.antar.gateway.edge.json.WireJson;
import id.antar.gateway.edge.problem.Problem;
import id.antar.gateway.identity.EndedAccess;
import id.antar.gateway.order.OrderAccess;
import id.antar.gateway.position.PositionIntake;
import id.antar.gateway.stream.fact.FactFeed;
import id.antar.gateway.stream.fact.Joins;
import id.antar.gateway.stream.fact.OrderTracks;
import id.antar.gateway.stream.fact.TellLast;
import id.antar.gateway.stream.hub.CloseReason;
import id.antar.gateway.stream.hub.Frame;
import id.antar.gateway.stream.hub.StreamHub;
import id.antar.gateway.stream.hub.Topic;
import id.antar.gateway.stream.place.LastPositions;
import id.antar.gateway.stream.place.LiveMap;
import id.antar.gateway.stream.place.PlaceConfiguration;
import id.antar.gateway.stream.place.PositionFrames;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.config.MeterFilter;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.reactive.handler.SimpleUrlHandlerMapping;
import org.springframework.web.reactive.socket.server.WebSocketService;
import org.springframework.web.reactive.socket.server.support.HandshakeWebSocketService;
import org.springframework.web.reactive.socket.server.upgrade.ReactorNettyRequestUpgradeStrategy;
import reactor.netty.http.server.WebsocketServerSpec;

@Configuration(proxyBeanMethods = false)
@Import(PlaceConfiguration.class)
public class StreamConfiguration {

  private static final Duration METERED = Duration.ofHours(1);
  private static final double MEDIAN = 0.5;
  private static final double NEARLY_ALL = 0.99;

  @Bean
  StreamHub streamHub(GatewayProperties properties, MeterRegistry meters) {
    Timer fanout =
        Timer.builder("antar.position.fanout")
            .description("From the receipt of a position to its write to a socket")
            .publishPercentiles(MEDIAN, NEARLY_ALL)
            .distributionStatisticExpiry(METERED)
            .register(meters);
    var hub =
        new StreamHub(
            properties.stream().factQueue(),
            System::nanoTime,
            nanos -> fanout.record(nanos, TimeUnit.NANOSECONDS),
            reason -> closed(meters, reason).increment());
    Arrays.stream(CloseReason.values()).forEach(reason -> closed(meters, reason));
    Gauge.builder("antar.stream.connections", hub, StreamHub::connectionCount).register(meters);
    Gauge.builder("antar.stream.subscriptions", hub, StreamHub::subscriptionCount).register(meters);
    return hub;
  }

  private static Counter closed(MeterRegistry meters, CloseReason reason) {
    return meters.counter("antar.stream.closed", "reason", reason.text());
  }

  /// A stream is one request that takes as long as somebody listens.
  @Bean
  MeterFilter streamsAreNoRequests() {
    return MeterFilter.deny(id ->
        id.getName().equals("http.server.requests")
            && String.valueOf(id.getTag("uri")).endsWith("/stream"));
  }

  @Bean
  Frames frames(WireJson json) {
    return new Frames(json);
  }

  @Bean
  BiFunction<Problem, Topic, Frame> streamProblems(Frames frames) {
    return (problem, topic) -> frames.problem(problem, topic.toString());
  }

  @Bean
  LiveFeed liveFeed(
      StreamHub hub,
      OrderTracks tracks,
      Frames frames,
      LastPositions last,
      PositionFrames positions) {
    return new LiveFeed(hub, tracks, frames, last, positions);
  }

  @Bean(destroyMethod = "close")
  PositionBus.Subscription liveUpdates(PositionBus bus, LiveFeed feed) {
    return bus.attach(feed);
  }

  @Bean
  MapTicker mapTicker(LiveMap map, LiveFeed feed, GatewayProperties properties) {
    return new MapTicker(map, feed, properties.stream());
  }

  @Bean
  TellLast tellLast(LiveFeed feed) {
    return feed::tellLast;
  }

  @Bean
  Subscriptions subscriptions(
      OrderAccess orders, Joins joins, StreamHub hub, LiveMap map, Frames frames) {
    return new Subscriptions(orders, joins, new Watching(hub, map, frames, joins));
  }

  @Bean
  Admission admission(
      StreamHub hub, GatewayProperties properties, @Value("${antar.mode:development}") Mode mode) {
    return new Admission(hub, properties.stream(), mode);
  }

  @Bean
  OrderStreamController orderStreamController(
      StreamHub hub, Subscriptions subscriptions, Admission admission, EndedAccess ended) {
    return new OrderStreamController(hub, subscriptions, admission, ended);
  }

  @Bean
  Heartbeat heartbeat(
      StreamHub hub, FactFeed facts, EngineClock clock, GatewayProperties properties) {
    return new Heartbeat(hub, facts, clock, Clock.systemUTC(), properties.stream());
  }

  @Bean
  WebSocketService streamSocketService(GatewayProperties properties) {
    int maxFrame = (int) properties.stream().maxFrame().toBytes();
    return new HandshakeWebSocketService(
        new ReactorNettyRequestUpgradeStrategy(
            () -> WebsocketServerSpec.builder().maxFramePayloadLength(maxFrame)));
  }

  @Bean
  SimpleUrlHandlerMapping streamSocket(
      WebSocketService streamSocketService,
      Admission admission,
      StreamHub hub,
      Subscriptions subscriptions,
      PositionIntake positions,
      WireJson json,
      Frames frames,
      RefusedAccess refusals,
      EndedAccess ended) {
    var dialogue = new Dialogue(new ClientFrames(json), subscriptions, positions, frames, refusals);
    var socket = new StreamSocket(streamSocketService, admission, hub, dialogue, ended);
    return new SimpleUrlHandlerMapping(Map.of("/v1/stream", socket), -1);
  }
}
