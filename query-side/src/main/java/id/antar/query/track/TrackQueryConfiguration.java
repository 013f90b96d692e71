package id.antar.query.track;

import id.antar.api.position.PositionBus;
import id.antar.api.time.EngineClock;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Wants from its host a [TrackStore], a [TrackTurn] and [TrackSettings].
@Configuration(proxyBeanMethods = false)
public class TrackQueryConfiguration {

  private static final int READERS = 2;
  private static final int QUESTIONS_QUEUED = 100;

  @Bean
  CourierTracks courierTracks(TrackSettings settings, TrackStore store) {
    return new CourierTracks(settings, store, System::nanoTime);
  }

  @Bean
  TrackKeeper trackKeeper(
      CourierTracks tracks, PositionBus bus, TrackTurn turn, EngineClock clock) {
    return new TrackKeeper(tracks, bus, turn, clock::instant);
  }

  @Bean(destroyMethod = "shutdown", defaultCandidate = false)
  ThreadPoolExecutor trackReaders() {
    var questions = new LinkedBlockingQueue<Runnable>(QUESTIONS_QUEUED);
    return new ThreadPoolExecutor(READERS, READERS, 0, TimeUnit.SECONDS, questions);
  }

  @Bean
  TrackQueries trackQueries(
      CourierTracks tracks, @Qualifier("trackReaders") ThreadPoolExecutor trackReaders) {
    return new TrackQueries(tracks, trackReaders);
  }
}
