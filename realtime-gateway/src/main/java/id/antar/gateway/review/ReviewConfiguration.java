package id.antar.gateway.review;

import id.antar.gateway.edge.engine.Engine;
import id.antar.gateway.order.OrderAccess;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
public class ReviewConfiguration {

  @Bean
  Ratings ratings(Engine engine) {
    return new Ratings(engine);
  }

  @Bean
  ReviewController reviewController(Engine engine, OrderAccess orders) {
    return new ReviewController(engine, orders);
  }

  @Bean
  SubjectController subjectController(Engine engine, Ratings ratings) {
    return new SubjectController(engine, ratings);
  }
}
