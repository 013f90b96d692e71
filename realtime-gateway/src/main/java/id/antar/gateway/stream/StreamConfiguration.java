package id.antar.gateway.stream;

import id.antar.api.position.PositionBus;
import id.antar.api.time.EngineClock;
import id.antar.gateway.edge.GatewayProperties;
import id.antar.gateway.edge.json.WireJson;
import id.antar.gateway.edge.problem.Problem;
import id.antar.gateway.order.OrderAccess;
import id.antar.gateway.position.PositionIntake;
import id.antar.gateway.stream.fact.FactFeed;
import id.antar.gateway.stream.fact.Joins;
import id.antar.gateway.stream.fact.OrderTracks;
import id.antar.gateway.stream.hub.Frame;
import id.antar.gateway.stream.hub.StreamHub;
import id.antar.gateway.stream.hub.Topic;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.handler.SimpleUrlHandlerMapping;
import org.springframework.web.reactive.socket.server.WebSocketService;
import org.springframework.web.reactive.socket.server.support.HandshakeWebSocketService;
import org.springframework.web.reactive.socket.server.upgrade.ReactorNettyRequestUpgradeStrategy;
import reactor.netty.http.server.WebsocketServerSpec;

@Configuration(proxyBeanMethods = false)
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
            nanos -> fanout.record(nanos, TimeUnit.NANOSECONDS));
    Gauge.builder("antar.stream.connections", hub, StreamHub::connectionCount).register(meters);
    Gauge.builder("antar.stream.subscriptions", hub, StreamHub::subscriptionCount).register(meters);
    return hub;
  }

  @Bean
  Frames frames(WireJson json) {
    return new Frames(json);
  }

  @Bean
  BiFunction<Problem, Topic, Frame> streamProblems(Frames frames) {
    return (problem, topic) -> frames.problem(problem, topic.toString());
  }

  @Bean(destroyMethod = "close")
  PositionBus.Subscription liveFeed(
      PositionBus bus, StreamHub hub, OrderTracks tracks, Frames frames) {
    return bus.subscribe(new LiveFeed(hub, tracks, frames));
  }

  @Bean
  Subscriptions subscriptions(OrderAccess orders, Joins joins) {
    return new Subscriptions(orders, joins);
  }

  @Bean
  Admission admission(StreamHub hub, GatewayProperties properties) {
    return new Admission(hub, properties.stream());
  }

  @Bean
  OrderStreamController orderStreamController(
      StreamHub hub, Subscriptions subscriptions, Admission admission) {
    return new OrderStreamController(hub, subscriptions, admission);
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
      Frames frames) {
    var socket =
        new StreamSocket(
            streamSocketService,
            admission,
            hub,
            subscriptions,
            positions,
            new ClientFrames(json),
            frames);
    return new SimpleUrlHandlerMapping(Map.of("/v1/stream", socket), -1);
  }
}
