package id.antar.query.review;

import id.antar.api.review.ReviewView;
import id.antar.query.projection.Projector;
import id.antar.query.projection.Tables;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
public class ReviewQueryConfiguration {

  private static final String TABLE = "query_review";

  @Bean
  Projector<ReviewView> reviewProjector(Tables tables) {
    return tables.projector(new ReviewFold(), TABLE, ReviewQueries.columns());
  }

  @Bean
  ReviewProjection reviewProjection(Projector<ReviewView> reviewProjector) {
    return new ReviewProjection(reviewProjector);
  }

  @Bean
  ReviewQueries reviewQueries(Tables tables) {
    return new ReviewQueries(tables.table(TABLE, ReviewView.class, ReviewQueries.columns()));
  }
}
