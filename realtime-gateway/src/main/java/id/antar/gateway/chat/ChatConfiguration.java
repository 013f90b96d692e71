package id.antar.gateway.chat;

import id.antar.gateway.edge.engine.Engine;
import id.antar.gateway.order.OrderAccess;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
public class ChatConfiguration {

  @Bean
  ChatController chatController(Engine engine, OrderAccess orders) {
    return new ChatController(engine, orders);
  }
}
