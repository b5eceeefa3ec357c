package io.wireroom.deliver.slack;

import com.google.gson.JsonObject;
import com.slack.api.model.block.LayoutBlock;
import io.wireroom.deliver.Notice;
import java.util.List;

/** A notice to the operators as a Slack message: two short paragraphs. */
final class SlackNotice {

  private static final int HEADLINE = 300;
  private static final int TEXT = 2_000;

  private SlackNotice() {}

  static JsonObject blocks(Notice notice) {
    List<LayoutBlock> blocks = List.of(SlackMessage.section(words(notice)));
    return SlackMessage.message(headline(notice), blocks);
  }

  static JsonObject text(Notice notice) {
    return SlackMessage.base(words(notice));
  }

  private static String words(Notice notice) {
    return ":warning: *" + headline(notice) + "*\n" + Mrkdwn.text(notice.text(), TEXT);
  }

  private static String headline(Notice notice) {
    return Mrkdwn.text(notice.headline(), HEADLINE);
  }
}
