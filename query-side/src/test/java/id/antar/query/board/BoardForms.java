package id.antar.query.board;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import tools.jackson.databind.json.JsonMapper;

/// Frames as they are written, but for the seals.
final class BoardForms {

  private BoardForms() {}

  static JsonMapper mapper() {
    return JsonMapper.builder()
        .changeDefaultVisibility(it ->
            it.withVisibility(PropertyAccessor.GETTER, Visibility.NONE)
                .withVisibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
                .withVisibility(PropertyAccessor.FIELD, Visibility.ANY))
        .build();
  }

  static FrameForm form() {
    return new FrameForm(mapper(), _ -> {});
  }
}
