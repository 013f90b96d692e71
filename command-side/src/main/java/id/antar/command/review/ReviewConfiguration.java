package id.antar.command.review;

import id.antar.api.review.ReviewCommand;
import id.antar.api.time.EngineClock;
import id.antar.command.decider.AggregateModule;
import id.antar.command.order.ReadingOrder;
import org.axonframework.config.ConfigurerModule;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
public class ReviewConfiguration {

  @Bean
  ConfigurerModule reviewAggregate() {
    return AggregateModule.cached(Review.class, ReviewCommand.class);
  }

  @Bean
  ConfigurerModule writingReview(ReviewRules rules) {
    return configurer ->
        configurer.registerCommandHandler(
            c -> new WritingReview(c.repository(Review.class), ReadingOrder.of(c), rules));
  }

  @Bean
  ReviewRules reviewRules(ObjectProvider<ReviewPolicy> policy, EngineClock clock) {
    return new ReviewRules(policy.getIfAvailable(ReviewPolicy::standard), clock);
  }
}
