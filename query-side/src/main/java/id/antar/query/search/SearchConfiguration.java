package id.antar.query.search;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
public class SearchConfiguration {

  @Bean
  Search search(ElasticsearchClient client, @Qualifier("messageMapper") JsonMapper json) {
    return new Search(client, json);
  }
}
