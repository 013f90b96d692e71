package id.antar.query.forecast;

import id.antar.query.projection.Tables;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
public class ForecastQueryConfiguration {

  private static final int RECKONERS = 2;
  private static final int QUESTIONS_QUEUED = 50;

  /// Few, so that who asks what may come does not hold up what is.
  @Bean(destroyMethod = "shutdown", defaultCandidate = false)
  ThreadPoolExecutor forecastReckoners() {
    var questions = new LinkedBlockingQueue<Runnable>(QUESTIONS_QUEUED);
    return new ThreadPoolExecutor(RECKONERS, RECKONERS, 0, TimeUnit.SECONDS, questions);
  }

  @Bean
  ForecastQueries forecastQueries(
      Tables tables, @Qualifier("forecastReckoners") ThreadPoolExecutor forecastReckoners) {
    return new ForecastQueries(tables, forecastReckoners);
  }
}
