package id.antar.query.chat;

import id.antar.api.chat.ChatQuery.MessageView;
import id.antar.query.projection.Projector;
import id.antar.query.projection.Tables;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
public class ChatQueryConfiguration {

  private static final String TABLE = "query_message";

  @Bean
  Projector<MessageView> chatProjector(Tables tables) {
    return tables.projector(new ChatFold(), TABLE, ChatQueries.columns());
  }

  @Bean
  ChatProjection chatProjection(Projector<MessageView> chatProjector) {
    return new ChatProjection(chatProjector);
  }

  @Bean
  ChatQueries chatQueries(Tables tables) {
    return new ChatQueries(tables.table(TABLE, MessageView.class, ChatQueries.columns()));
  }
}
