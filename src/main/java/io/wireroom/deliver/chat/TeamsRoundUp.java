package io.wireroom.deliver.chat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.brief.Brief;
import io.wireroom.brief.Claim;
import io.wireroom.deliver.RoundUp;
import java.nio.charset.StandardCharsets;

/**
 * A round-up as an Adaptive Card; a click on a headline opens its article. A message holds 28 KB: a
 * brief gets its first takeaway, and those for which there is no room are counted.
 */
final class TeamsRoundUp {

  /** Of 28 KB, with room for the frame. */
  private static final int ROOM = 24_000;

  private static final Markup PLAIN = new PlainText();
  private static final int TAKEAWAY = 240;

  private TeamsRoundUp() {}

  static ObjectNode card(RoundUp roundUp) {
    ObjectNode card = TeamsSender.card(roundUp.title());
    ArrayNode body = card.putArray("body");
    TeamsSender.run(body, roundUp.title(), "None").put("size", "Large").put("weight", "Bolder");
    TeamsSender.run(body, roundUp.extent(), "None").put("isSubtle", true);
    int shown = 0;
    for (Brief brief : roundUp.briefs()) {
      if (!added(body, brief, 1)) {
        break;
      }
      shown++;
    }
    int named = 0;
    while (shown == roundUp.briefs().size()
        && named < roundUp.rest().size()
        && added(body, roundUp.rest().get(named), 0)) {
      named++;
    }
    int more = roundUp.briefs().size() - shown + roundUp.left() - named;
    if (more > 0) {
      TeamsSender.run(body, "and " + more + " more", "Medium").put("isSubtle", true);
    }
    return card;
  }

  private static boolean added(ArrayNode body, Brief brief, int takeaways) {
    int before = body.size();
    ChatTexts texts = new ChatTexts(brief, PLAIN);
    ObjectNode headline =
        TeamsSender.run(body, texts.headline(), takeaways > 0 ? "Medium" : "Small");
    headline.put("weight", takeaways > 0 ? "Bolder" : "Default");
    texts
        .address()
        .ifPresent(
            address ->
                headline
                    .put("color", "Accent")
                    .putObject("selectAction")
                    .put("type", "Action.OpenUrl")
                    .put("url", address));
    if (takeaways > 0) {
      TeamsSender.run(body, texts.source(), "None").put("size", "Small").put("isSubtle", true);
    }
    for (Claim claim : brief.takeaways().stream().limit(takeaways).toList()) {
      TeamsSender.run(body, "\u25B8 " + PLAIN.fit(claim.text(), TAKEAWAY), "None");
    }
    boolean fits = body.toString().getBytes(StandardCharsets.UTF_8).length <= ROOM;
    while (!fits && body.size() > before) {
      body.remove(body.size() - 1);
    }
    return fits;
  }
}
