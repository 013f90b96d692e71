package id.antar.infra.messages;

import id.antar.api.message.Revision;
import org.axonframework.serialization.RevisionResolver;

/// The revision that core-api's own annotation tells; "1" where there is none.
final class ApiRevisionResolver implements RevisionResolver {
  @Override
  public String revisionOf(Class<?> payloadType) {
    Revision revision = payloadType.getAnnotation(Revision.class);
    return revision == null ? "1" : revision.value();
  }
}
