package id.antar.query.menusearch;

import id.antar.api.merchant.MerchantEvent;
import id.antar.api.order.Party;
import id.antar.api.review.ReviewEvent;
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
    return List.of(MerchantEvent.class, ReviewEvent.class);
  }

  @Override
  public Collection<String> keys(Object event) {
    return switch (event) {
      case MerchantEvent e -> List.of(e.merchantId().value());
      case ReviewEvent e when e.subject() instanceof Party.Merchant(var id) -> List.of(id.value());
      default -> List.of();
    };
  }

  @Override
  public @Nullable MenuDocument evolve(
      String key, @Nullable MenuDocument before, Recorded recorded) {
    return recorded.event() instanceof ReviewEvent review
        ? before == null ? null : before.evolve(review)
        : MenuDocument.evolve(before, (MerchantEvent) recorded.event());
  }

  @Override
  public Object view(MenuDocument state) {
    return state;
  }
}
