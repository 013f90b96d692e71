package id.antar.gateway.review;

import static java.util.stream.Collectors.toMap;

import id.antar.api.order.Party;
import id.antar.api.review.Rating;
import id.antar.api.review.ReviewQuery.ListRatings;
import id.antar.api.review.ReviewQuery.Rated;
import id.antar.gateway.edge.engine.Engine;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/// How those who are shown are rated, beside what else is shown of them.
public final class Ratings {

  private final Engine engine;

  Ratings(Engine engine) {
    this.engine = engine;
  }

  public Mono<Rating> of(Party subject) {
    return of(List.of(subject)).map(ratings -> ratings.apply(subject));
  }

  /// Who was never reviewed has a rating of none.
  public Mono<Function<Party, Rating>> of(List<? extends Party> subjects) {
    return engine
        .ask(new ListRatings(List.copyOf(subjects)))
        .map(found -> found.rated().stream().collect(toMap(Rated::subject, Rated::rating)))
        .map(Ratings::lookUp);
  }

  private static Function<Party, Rating> lookUp(Map<Party, Rating> ratings) {
    return subject -> ratings.getOrDefault(subject, Rating.NONE);
  }
}
