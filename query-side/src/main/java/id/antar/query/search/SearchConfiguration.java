package id.antar.query.search;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import io.micrometer.core.instrument.MeterRegistry;
import io.r2dbc.spi.ConnectionFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
public class SearchConfiguration {

  @Bean
  IndexRecords indexRecords(ConnectionFactory connections) {
    return new IndexRecords(connections);
  }

  @Bean
  SearchMeters searchMeters(MeterRegistry registry) {
    return new SearchMeters(registry);
  }

  @Bean
  Search search(
      ElasticsearchClient client,
      @Qualifier("messageMapper") JsonMapper json,
      IndexRecords indexRecords,
      SearchMeters searchMeters) {
    return new Search(client, json, indexRecords, searchMeters);
  }
}
