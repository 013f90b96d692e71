package id.antar.gateway.stream.place;

import id.antar.api.dispatch.ZoneId;
import id.antar.api.time.EngineClock;
import id.antar.gateway.edge.GatewayProperties;
import id.antar.gateway.edge.json.WireJson;
import id.antar.gateway.stream.hub.StreamHub;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
public class PlaceConfiguration {

  private static final int KNOWN_COURIERS = 100_000;

  @Bean
  LastPositions lastPositions(GatewayProperties properties) {
    return new LastPositions(KNOWN_COURIERS, properties.stream().staleAfter(), System::nanoTime);
  }

  @Bean
  ShiftFeed shiftFeed(LastPositions last) {
    return new ShiftFeed(last);
  }

  @Bean
  PositionFrames positionFrames(WireJson json, EngineClock clock) {
    return new PositionFrames(json, clock);
  }

  @Bean
  LiveMap liveMap(
      StreamHub hub,
      LastPositions last,
      PositionFrames frames,
      EngineClock clock,
      GatewayProperties properties) {
    return new LiveMap(hub, last, frames, clock, new ZoneId(properties.stream().zone()));
  }
}
