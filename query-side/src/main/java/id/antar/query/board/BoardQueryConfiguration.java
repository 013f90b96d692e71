package id.antar.query.board;

import id.antar.api.time.EngineClock;
import id.antar.query.board.Folding.BoardSource;
import id.antar.query.log.LogPlaces;
import id.antar.query.log.Settling;
import id.antar.query.projection.FetchPersonKeys;
import id.antar.query.track.CourierTracks;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/// Wants from its host a [BoardLog], [LogPlaces], [BoardFrames] and [BoardSettings].
@Configuration(proxyBeanMethods = false)
public class BoardQueryConfiguration {

  private static final int EVENTS_AT_ONCE = 500;
  private static final int READERS = 2;
  private static final int QUESTIONS_QUEUED = 100;

  /// Short, because a board that missed something is folded again.
  private static final Duration GAP_PATIENCE = Duration.ofMillis(200);

  @Bean(defaultCandidate = false)
  BoardSource boardSource(
      BoardLog log,
      BoardFrames frames,
      BoardSettings settings,
      @Qualifier("messageMapper") JsonMapper json,
      FetchPersonKeys keys) {
    var form = new FrameForm(json, keys);
    return new BoardSource(log, frames, form, settings.frameEvery(), EVENTS_AT_ONCE);
  }

  @Bean
  LiveBoard liveBoard(@Qualifier("boardSource") BoardSource source, LogPlaces places) {
    return new LiveBoard(source, new Settling(places, GAP_PATIENCE, System::nanoTime));
  }

  @Bean
  BoardFollower boardFollower(
      LiveBoard board, BoardFrames frames, BoardSettings settings, EngineClock clock) {
    return new BoardFollower(board, frames, settings, clock::instant);
  }

  /// Few, so that who looks at the past does not take the event store from others.
  @Bean(destroyMethod = "shutdown", defaultCandidate = false)
  ThreadPoolExecutor boardReaders() {
    var questions = new LinkedBlockingQueue<Runnable>(QUESTIONS_QUEUED);
    return new ThreadPoolExecutor(READERS, READERS, 0, TimeUnit.SECONDS, questions);
  }

  @Bean
  BoardQueries boardQueries(
      @Qualifier("boardSource") BoardSource source,
      LiveBoard live,
      CourierTracks tracks,
      @Qualifier("boardReaders") ThreadPoolExecutor boardReaders) {
    var boards = new Boards(source.log(), live, new BoardHistory(source), tracks);
    return new BoardQueries(boards, boardReaders);
  }
}
