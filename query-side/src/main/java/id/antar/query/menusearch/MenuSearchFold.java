package id.antar.query.menusearch;

import id.antar.api.merchant.MerchantEvent;
import id.antar.query.projection.Fold;
import id.antar.query.projection.Recorded;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

final class MenuSearchFold implements Fold<MenuDocument> {

  @Override
  public String name() {
    return "menusearch";
  }

  @Override
  public Class<MenuDocument> stateType() {
    return MenuDocument.class;
  }

  @Override
  public List<Class<?>> eventTypes() {
    return List.of(MerchantEvent.class);
  }

  @Override
  public Collection<String> keys(Object event) {
    return List.of(((MerchantEvent) event).merchantId().value());
  }

  @Override
  public @Nullable MenuDocument evolve(
      String key, @Nullable MenuDocument before, Recorded recorded) {
    return MenuDocument.evolve(before, (MerchantEvent) recorded.event());
  }

  @Override
  public Object view(MenuDocument state) {
    return state;
  }
}
