package id.antar.query.searchkeeping;

import id.antar.api.time.EngineClock;
import id.antar.query.projection.Projector;
import id.antar.query.rebuild.ProjectionRebuild;
import id.antar.query.search.IndexRecords;
import id.antar.query.search.Search;
import id.antar.query.search.SearchIndex;
import id.antar.query.search.SearchMeters;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
public class SearchKeepingConfiguration {

  @Bean
  SearchKeeping searchKeeping(
      ObjectProvider<Projector<?>> projectors,
      IndexRecords records,
      Search search,
      SearchMeters meters,
      ProjectionRebuild rebuild,
      EventProcessingConfiguration processing,
      EventStore store,
      EngineClock clock) {
    List<Supplier<IndexKeeper>> keepers =
        projectors
            .orderedStream()
            .flatMap(projector ->
                index(projector)
                    .map(index ->
                        keeper(projector, index, records, search, meters, rebuild, processing)))
            .toList();
    return new SearchKeeping(keepers, () -> position(store.createHeadToken()), clock);
  }

  private static Stream<SearchIndex<?>> index(Projector<?> projector) {
    return projector.storage() instanceof SearchIndex<?> index ? Stream.of(index) : Stream.empty();
  }

  private static Supplier<IndexKeeper> keeper(
      Projector<?> projector,
      SearchIndex<?> index,
      IndexRecords records,
      Search search,
      SearchMeters meters,
      ProjectionRebuild rebuild,
      EventProcessingConfiguration processing) {
    String fold = projector.fold().name();
    return () ->
        new IndexKeeper(
            index,
            records,
            search,
            new FollowedProcessor("query." + fold, processing),
            new Renewal(index.name(), fold, rebuild, meters));
  }

  private static long position(@Nullable TrackingToken token) {
    return token == null ? -1 : token.position().orElse(-1);
  }
}
