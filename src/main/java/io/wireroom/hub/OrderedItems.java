package io.wireroom.hub;

import io.wireroom.article.PendingItem;
import io.wireroom.store.SqlItems;
import io.wireroom.store.SqlSources;
import java.util.List;

/** Items that wait until all sources are read, so that they come in the same order every time. */
public final class OrderedItems {

  private final SqlItems items;
  private final SqlSources sources;

  OrderedItems(SqlItems items, SqlSources sources) {
    this.items = items;
    this.sources = sources;
  }

  /** For the route {@code brief}: none while a source is being read. */
  public List<PendingItem> claim() {
    return sources.inHand() > 0 ? List.of() : items.claim();
  }
}
