package id.antar.query.rebuild;

import id.antar.query.log.LogPlaces;
import id.antar.query.projection.Projector;
import java.util.List;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Wants from its host [ReadEvents], [RebuildTurns], [LogPlaces], [ReadTokens] and
/// [WishForSegment].
@Configuration(proxyBeanMethods = false)
public class RebuildConfiguration {

  @Bean
  ProjectionRebuild projectionRebuild(
      ObjectProvider<Projector<?>> projectors,
      EventStore store,
      ReadEvents reading,
      EventProcessingConfiguration processing,
      RebuildTurns turns,
      LogPlaces places,
      ReadTokens tokens,
      WishForSegment wishes) {
    List<Projector<?>> all = projectors.orderedStream().toList();
    return new ProjectionRebuild(
        all,
        store,
        reading,
        processing,
        turns,
        places,
        new LiveProcessor.Elsewhere(tokens, wishes));
  }
}
