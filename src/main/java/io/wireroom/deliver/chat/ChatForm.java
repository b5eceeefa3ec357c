package io.wireroom.deliver.chat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.brief.Brief;
import io.wireroom.deliver.Content;
import io.wireroom.deliver.Notice;
import io.wireroom.deliver.Report;
import io.wireroom.deliver.RoundUp;
import java.util.function.Function;

/**
 * How a chat writes whatever is sent to it: briefs in its own way, the rest as a title and a text.
 *
 * @param room of a text, in UTF-16 units
 */
record ChatForm(
    Markup markup, int room, Function<Brief, ObjectNode> brief, Function<Sheet, ObjectNode> sheet)
    implements Content.Form<ObjectNode> {

  @Override
  public ObjectNode report(Report report) {
    return brief.apply(report.brief());
  }

  @Override
  public ObjectNode roundUp(RoundUp roundUp) {
    return sheet.apply(Sheet.of(roundUp, markup, room));
  }

  @Override
  public ObjectNode notice(Notice notice) {
    return sheet.apply(Sheet.of(notice, markup));
  }
}
