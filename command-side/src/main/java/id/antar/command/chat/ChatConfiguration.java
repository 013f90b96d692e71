package id.antar.command.chat;

import id.antar.api.chat.ChatCommand;
import id.antar.api.time.EngineClock;
import id.antar.command.decider.AggregateModule;
import id.antar.command.order.ReadingOrder;
import org.axonframework.config.ConfigurerModule;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
public class ChatConfiguration {

  @Bean
  ConfigurerModule conversationAggregate() {
    return AggregateModule.cached(Conversation.class, ChatCommand.class);
  }

  @Bean
  ConfigurerModule conversing(ChatRules rules) {
    return configurer ->
        configurer.registerCommandHandler(
            c -> new Conversing(c.repository(Conversation.class), ReadingOrder.of(c), rules));
  }

  @Bean
  ChatRules chatRules(ObjectProvider<ChatPolicy> policy, EngineClock clock) {
    return new ChatRules(policy.getIfAvailable(ChatPolicy::standard), clock);
  }
}
