package id.antar.infra.search;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.json.jackson.JacksonJsonpMapper;
import co.elastic.clients.transport.rest_client.RestClientTransport;
import id.antar.infra.role.OnRole;
import id.antar.infra.role.Role;
import id.antar.infra.servers.Servers;
import java.net.URI;
import org.apache.http.HttpHost;
import org.apache.http.auth.AuthScope;
import org.apache.http.auth.UsernamePasswordCredentials;
import org.apache.http.impl.client.BasicCredentialsProvider;
import org.elasticsearch.client.RestClient;
import org.elasticsearch.client.RestClientBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The search server's client.
@Configuration(proxyBeanMethods = false)
@OnRole(Role.QUERY)
public class SearchConfiguration {
  private static final int CONNECT_MILLIS = 2_000;
  private static final int ANSWER_MILLIS = 30_000;

  @Bean(destroyMethod = "close")
  RestClient elasticsearchConnections(Servers servers) {
    URI url = servers.search();
    RestClientBuilder builder =
        RestClient.builder(new HttpHost(url.getHost(), port(url), url.getScheme()))
            .setRequestConfigCallback(
                it -> it.setConnectTimeout(CONNECT_MILLIS).setSocketTimeout(ANSWER_MILLIS));
    String path = url.getPath();
    if (path != null && path.length() > 1) {
      builder.setPathPrefix(path);
    }
    String userInfo = url.getUserInfo();
    if (userInfo != null) {
      builder.setHttpClientConfigCallback(
          it -> it.setDefaultCredentialsProvider(credentials(userInfo)));
    }
    return builder.build();
  }

  private static int port(URI url) {
    return url.getPort() >= 0 ? url.getPort() : url.getScheme().equals("https") ? 443 : 9200;
  }

  private static BasicCredentialsProvider credentials(String userInfo) {
    var credentials = new BasicCredentialsProvider();
    credentials.setCredentials(AuthScope.ANY, new UsernamePasswordCredentials(userInfo));
    return credentials;
  }

  @Bean
  ElasticsearchClient elasticsearchClient(RestClient elasticsearchConnections) {
    return new ElasticsearchClient(
        new RestClientTransport(elasticsearchConnections, new JacksonJsonpMapper()));
  }
}
