package id.antar.gateway.edge;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// How the door behaves. All durations are real time.
///
/// @param rest how long an event loop that its sockets keep busy rests from one round to the next,
///   to read and write together what comes meanwhile; at most 0.1 s, and none for 0
/// @param keyFile where the key pair of the tokens is kept; made on first start
/// @param publicUrl where clients find the gateway, for links into it; by itself that is wherever
///   the request for the link went
/// @param issueTokens whether an admin may have tokens made over HTTP, which is for development
/// @param tokenLifetime how long a token holds that does not say otherwise
/// @param maxBody the largest request body
/// @param commandTimeout how long a command may take until the client is told to try again
/// @param queryTimeout the same for a query
/// @param projectionWait how long a read waits for something that was written a moment ago
/// @param roadTimeout how long an order waits for the map to say whether its address is covered
/// @param stream how live streams behave
/// @param idempotency how repeated requests are recognised
/// @param positionsPerSecond fixes that a courier may send per second in the long run
/// @param positionBurst fixes that a courier may send at once, such as after a tunnel
@ConfigurationProperties("antar.gateway")
public record GatewayProperties(
    @DefaultValue("PT0.005S") Duration rest,
    @DefaultValue("work/token-key.json") Path keyFile,
    @Nullable URI publicUrl,
    @DefaultValue("true") boolean issueTokens,
    @DefaultValue("PT24H") Duration tokenLifetime,
    @DefaultValue("256KB") DataSize maxBody,
    @DefaultValue("PT10S") Duration commandTimeout,
    @DefaultValue("PT5S") Duration queryTimeout,
    @DefaultValue("PT0.5S") Duration projectionWait,
    @DefaultValue("PT0.5S") Duration roadTimeout,
    @DefaultValue Stream stream,
    @DefaultValue Idempotency idempotency,
    @DefaultValue("20") int positionsPerSecond,
    @DefaultValue("120") int positionBurst) {

  private static final Duration LONGEST_REST = Duration.ofMillis(100);

  public GatewayProperties {
    if (rest.isNegative() || rest.compareTo(LONGEST_REST) > 0) {
      throw new IllegalArgumentException("antar.gateway.rest is not between 0 and 0.1 s.");
    }
  }

  /// @param heartbeat how often a connection is shown that it lives
  /// @param stalledAfter how long a client may not read before it is closed
  /// @param factQueue facts that may wait for one connection
  /// @param maxConnections live connections of this process
  /// @param maxPerCaller those of one caller, or of all who hold one tracking link, in production
  /// @param maxPerStaff the same of an operator, analyst or admin
  /// @param maxTopics topics of one connection
  /// @param maxFrame the largest frame that a client may send
  /// @param staleAfter how long nothing may be heard of a courier until they are marked stale
  /// @param tick how long positions are gathered for those who watch a zone or a window of the map
  /// @param zone the zone whose couriers report here
  /// @param recentFacts facts that are kept in memory for those who come back after a break
  /// @param replayLimit events of the store that are gone through at most for one who was away for
  ///   longer; an order's own are always read
  /// @param replayWait how long somebody who comes back waits for the store, and for the feed if it
  ///   is behind, until they are told to try again
  public record Stream(
      @DefaultValue("PT15S") Duration heartbeat,
      @DefaultValue("PT30S") Duration stalledAfter,
      @DefaultValue("256") int factQueue,
      @DefaultValue("15000") int maxConnections,
      @DefaultValue("10") int maxPerCaller,
      @DefaultValue("50") int maxPerStaff,
      @DefaultValue("200") int maxTopics,
      @DefaultValue("16KB") DataSize maxFrame,
      @DefaultValue("PT30S") Duration staleAfter,
      @DefaultValue("PT0.08S") Duration tick,
      @DefaultValue("main") String zone,
      @DefaultValue("20000") int recentFacts,
      @DefaultValue("100000") int replayLimit,
      @DefaultValue("PT5S") Duration replayWait) {}

  /// @param lease how long a request that began may take until a repetition takes over
  /// @param patience how long a repetition waits for the first to end
  public record Idempotency(
      @DefaultValue("PT30S") Duration lease, @DefaultValue("PT10S") Duration patience) {}
}
