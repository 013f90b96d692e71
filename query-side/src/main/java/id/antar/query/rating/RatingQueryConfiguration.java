package id.antar.query.rating;

import id.antar.query.projection.Projector;
import id.antar.query.projection.Tables;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
public class RatingQueryConfiguration {

  private static final String TABLE = "query_rating";

  @Bean
  Projector<RatingRow> ratingProjector(Tables tables) {
    return tables.projector(new RatingFold(), TABLE, RatingQueries.columns());
  }

  @Bean
  RatingProjection ratingProjection(Projector<RatingRow> ratingProjector) {
    return new RatingProjection(ratingProjector);
  }

  @Bean
  RatingQueries ratingQueries(Tables tables) {
    return new RatingQueries(tables.table(TABLE, RatingRow.class, RatingQueries.columns()));
  }
}
