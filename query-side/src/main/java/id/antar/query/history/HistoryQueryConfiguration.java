package id.antar.query.history;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
public class HistoryQueryConfiguration {

  private static final int READERS = 4;
  private static final int QUESTIONS_QUEUED = 200;

  /// Few, so that who reads the past does not take the event store from who makes it.
  @Bean(destroyMethod = "shutdown", defaultCandidate = false)
  ThreadPoolExecutor historyReaders() {
    var questions = new LinkedBlockingQueue<Runnable>(QUESTIONS_QUEUED);
    return new ThreadPoolExecutor(READERS, READERS, 0, TimeUnit.SECONDS, questions);
  }

  @Bean
  HistoryQueries historyQueries(
      EventIndex index,
      EventArchive archive,
      @Qualifier("historyReaders") ThreadPoolExecutor historyReaders) {
    return new HistoryQueries(index, archive, historyReaders);
  }
}
