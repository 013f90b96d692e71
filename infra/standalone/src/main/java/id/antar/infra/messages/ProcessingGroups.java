package id.antar.infra.messages;

import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.axonframework.config.ProcessingGroup;
import org.springframework.beans.factory.ListableBeanFactory;

/// The names of all event processors, read from the beans' definitions without making a bean.
final class ProcessingGroups {
  private ProcessingGroups() {}

  static Set<String> in(ListableBeanFactory beans) {
    var names = new TreeSet<String>();
    Arrays.stream(beans.getBeanNamesForAnnotation(ProcessingGroup.class))
        .map(bean -> beans.findAnnotationOnBean(bean, ProcessingGroup.class, false))
        .filter(Objects::nonNull)
        .forEach(group -> names.add(group.value()));
    return names;
  }
}
