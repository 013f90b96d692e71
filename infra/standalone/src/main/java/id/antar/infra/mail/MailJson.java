package id.antar.infra.mail;

import com.github.kagkarlsson.scheduler.serializer.Serializer;
import id.antar.command.mail.Mail;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// A waiting mail, with who it is for sealed.
final class MailJson implements Serializer {
  private final JsonMapper json;

  MailJson(JsonMapper json) {
    this.json = json;
  }

  @Override
  public byte @Nullable [] serialize(@Nullable Object data) {
    return data instanceof Mail ? json.writeValueAsBytes(data) : null;
  }

  @Override
  public <T> @Nullable T deserialize(Class<T> type, byte @Nullable [] stored) {
    return stored == null || stored.length == 0
        ? null
        : type.cast(json.readValue(stored, Mail.class));
  }
}
