package id.antar.gateway.docs;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;

/// Says in the document what the wire does and the types do not show: enums in lower case, the
/// idempotency key, problems as the answer to everything that fails.
final class WireForm implements GlobalOpenApiCustomizer {

  @Override
  public void customise(OpenAPI document) {
    if (document.getComponents() != null && document.getComponents().getSchemas() != null) {
      document.getComponents().getSchemas().values().forEach(WireForm::lowerCase);
    }
    if (document.getPaths() != null) {
      document.getPaths().values().forEach(WireForm::describe);
    }
  }

  private static void describe(PathItem path) {
    path.readOperationsMap()
        .forEach((method, operation) -> {
          parameters(operation).forEach(parameter -> lowerCase(parameter.getSchema()));
          if (method != PathItem.HttpMethod.GET) {
            operation.addParametersItem(key(method == PathItem.HttpMethod.POST));
          }
          operation.getResponses().addApiResponse("default", problem());
        });
  }

  private static List<Parameter> parameters(Operation operation) {
    return Objects.requireNonNullElse(operation.getParameters(), List.of());
  }

  private static Parameter key(boolean required) {
    return new HeaderParameter()
        .name("Idempotency-Key")
        .description("1 to 64 characters; the same key with the same request has one effect")
        .required(required)
        .schema(new StringSchema().maxLength(64));
  }

  private static ApiResponse problem() {
    return new ApiResponse()
        .description("A problem (RFC 9457) with type, code, detail, requestId and errors")
        .content(new Content().addMediaType("application/problem+json", new MediaType()));
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static void lowerCase(@Nullable Schema schema) {
    if (schema == null) {
      return;
    }
    List<Object> values = schema.getEnum();
    if (values != null) {
      schema.setEnum(
          values.stream().map(value -> value.toString().toLowerCase(Locale.ROOT)).toList());
    }
    Map<String, Schema> properties = schema.getProperties();
    if (properties != null) {
      properties.values().forEach(WireForm::lowerCase);
    }
    lowerCase(schema.getItems());
  }
}
