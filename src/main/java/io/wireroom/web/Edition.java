package io.wireroom.web;

import io.wireroom.brief.Brief;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A feed as one request asked for it: what it holds, and how it is to be written.
 *
 * @param self its address, without a key
 * @param home the page that shows the same
 * @param base where this hub is, without a slash at the end
 * @param hub the WebSub hub that knows of it; null when none does
 * @param updated when it last changed
 * @param open whether shared caches may keep it
 * @param refusal the answer when there is no feed to give, whatever is written of this; null when
 *     there is one
 */
public record Edition(
    WebRequest request,
    FeedName name,
    FeedForm form,
    String title,
    String self,
    String home,
    String base,
    @Nullable URI hub,
    List<Brief> briefs,
    Instant updated,
    boolean open,
    @Nullable WebReply refusal) {

  public Edition {
    briefs = List.copyOf(briefs);
  }

  static Edition refused(WebRequest request, WebReply refusal) {
    return new Edition(
        request,
        FeedName.ALL,
        FeedForm.JSON,
        "",
        "",
        "",
        "",
        null,
        List.of(),
        Instant.EPOCH,
        false,
        refusal);
  }

  /** How it is to be written: {@code xml} or {@code json}. */
  public String task() {
    return form == FeedForm.JSON ? "json" : "xml";
  }

  /** Where a brief has its page. */
  String page(Brief brief) {
    return base + "/briefs/" + brief.id();
  }
}
