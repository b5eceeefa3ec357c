package io.wireroom.deliver.slack;

import com.google.gson.JsonObject;
import io.wireroom.deliver.Content;
import io.wireroom.deliver.Notice;
import io.wireroom.deliver.Report;
import io.wireroom.deliver.RoundUp;

/** Everything that can be sent as a Slack message: with its layout, and as text alone. */
final class SlackForms {

  /** With its layout. */
  static final Content.Form<JsonObject> BLOCKS =
      new Content.Form<>() {
        @Override
        public JsonObject report(Report report) {
          return SlackMessage.blocks(report.brief(), report.update());
        }

        @Override
        public JsonObject roundUp(RoundUp roundUp) {
          return SlackRoundUp.blocks(roundUp);
        }

        @Override
        public JsonObject notice(Notice notice) {
          return SlackNotice.blocks(notice);
        }
      };

  /** As text alone, for when Slack refuses the layout. */
  static final Content.Form<JsonObject> TEXT =
      new Content.Form<>() {
        @Override
        public JsonObject report(Report report) {
          return SlackMessage.text(report.brief());
        }

        @Override
        public JsonObject roundUp(RoundUp roundUp) {
          return SlackRoundUp.text(roundUp);
        }

        @Override
        public JsonObject notice(Notice notice) {
          return SlackNotice.text(notice);
        }
      };

  private SlackForms() {}
}
