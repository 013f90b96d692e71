package id.antar.command.audit;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Locale;

/// What a command is sent to: its first id, whose type says the kind.
record CommandTarget(String kind, String id) {

  private static final String ENDING = "Id";
  private static final CommandTarget NONE = new CommandTarget("", "");

  static CommandTarget of(Object command) {
    return !command.getClass().isRecord()
        ? NONE
        : Arrays.stream(command.getClass().getRecordComponents())
            .filter(component -> component.getType().getSimpleName().endsWith(ENDING))
            .findFirst()
            .map(component -> of(component, command))
            .orElse(NONE);
  }

  private static CommandTarget of(RecordComponent component, Object command) {
    String type = component.getType().getSimpleName();
    String kind = type.substring(0, type.length() - ENDING.length()).toLowerCase(Locale.ROOT);
    try {
      return new CommandTarget(kind, component.getAccessor().invoke(command).toString());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(component + " cannot be read.", e);
    }
  }
}
