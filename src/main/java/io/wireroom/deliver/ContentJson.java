package io.wireroom.deliver;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.brief.Brief;
import io.wireroom.brief.BriefJson;

/**
 * The documents of whatever is sent to programs and files. A brief's is that of {@link BriefJson}.
 */
public final class ContentJson implements Content.Form<ObjectNode> {

  /** Version of a round-up's and a notice's document. */
  private static final String VERSION = "1.0";

  @Override
  public ObjectNode report(Report report) {
    return BriefJson.tree(report.brief());
  }

  /** Its briefs are whole documents of their own; those left out have their id and address. */
  @Override
  public ObjectNode roundUp(RoundUp roundUp) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("version", VERSION);
    node.put("id", roundUp.id());
    node.put("subscription", roundUp.subscriptionId());
    node.put("since", roundUp.since().toString());
    node.put("at", roundUp.at().toString());
    node.put("count", roundUp.briefs().size());
    node.put("left", roundUp.left());
    ArrayNode briefs = node.putArray("briefs");
    roundUp.briefs().forEach(brief -> briefs.add(BriefJson.tree(brief)));
    ArrayNode rest = node.putArray("rest");
    for (Brief brief : roundUp.rest()) {
      rest.addObject()
          .put("id", brief.id())
          .put("headline", brief.headline())
          .put("url", brief.origin().url())
          .put("sourceName", brief.origin().sourceName());
    }
    return node;
  }

  @Override
  public ObjectNode notice(Notice notice) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("version", VERSION);
    node.put("id", notice.id());
    node.put("topic", notice.topic().word());
    node.put("about", notice.about());
    node.put("at", notice.at().toString());
    node.put("headline", notice.headline());
    return node.put("text", notice.text());
  }
}
