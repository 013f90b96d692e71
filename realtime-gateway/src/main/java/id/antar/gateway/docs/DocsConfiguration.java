package id.antar.gateway.docs;

import id.antar.api.account.ApiKeyId;
import id.antar.api.assignment.AssignmentId;
import id.antar.api.chat.MessageId;
import id.antar.api.courier.CourierId;
import id.antar.api.customer.CustomerId;
import id.antar.api.dispatch.DecisionId;
import id.antar.api.merchant.MerchantId;
import id.antar.api.merchant.ProductId;
import id.antar.api.message.Actor;
import id.antar.api.ops.JobId;
import id.antar.api.order.OrderId;
import id.antar.api.payment.PaymentId;
import id.antar.api.payment.RefundId;
import id.antar.api.review.ReviewId;
import id.antar.gateway.edge.request.Caller;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.time.Duration;
import java.util.List;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The interface described by itself: `/v1/openapi.json`, and a page to try it at `/v1/docs`.
@Configuration(proxyBeanMethods = false)
public class DocsConfiguration {

  private static final List<Class<?>> TEXT =
      List.of(
          Actor.class,
          ApiKeyId.class,
          AssignmentId.class,
          CourierId.class,
          CustomerId.class,
          DecisionId.class,
          Duration.class,
          JobId.class,
          MerchantId.class,
          MessageId.class,
          OrderId.class,
          PaymentId.class,
          ProductId.class,
          RefundId.class,
          ReviewId.class);

  @Bean
  OpenAPI antarApi() {
    TEXT.forEach(type -> SpringDocUtils.getConfig().replaceWithClass(type, String.class));
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
    var bearer =
        new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer").bearerFormat("JWT");
    var apiKey =
        new SecurityScheme()
            .type(SecurityScheme.Type.APIKEY)
            .in(SecurityScheme.In.HEADER)
            .name("Authorization")
            .description("ApiKey antar_…");
    return new OpenAPI()
        .info(new Info().title("Antar").version("v1").description("Orders and their delivery."))
        .components(
            new Components().addSecuritySchemes("token", bearer).addSecuritySchemes("key", apiKey))
        .addSecurityItem(new SecurityRequirement().addList("token"))
        .addSecurityItem(new SecurityRequirement().addList("key"));
  }

  @Bean
  StreamDocs streamDocs() {
    return new StreamDocs();
  }

  @Bean
  GlobalOperationCustomizer operationWords() {
    return new OperationWords();
  }

  @Bean
  GlobalOpenApiCustomizer wireFormDocs() {
    return new WireForm();
  }
}
