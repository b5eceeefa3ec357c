package io.wireroom.demo;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Shows a channel of {@link SlackWindow} as people know it from their screens. */
final class ChannelPage {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE, d MMMM", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  private static final String EMPTY = "<p class=\"none\">Nothing has arrived yet.</p>";

  private final Template page = new Template("slack/channel.html");
  private final String icon = Template.resource("slack/icon.svg");

  String html(String channel, List<String> channels, List<SlackMessage> messages) {
    List<SlackMessage> here =
        messages.stream().filter(message -> message.channel().equals(channel)).toList();
    long refused = here.stream().filter(message -> !message.accepted()).count();
    String shown = count(here.size() - refused, "message");
    return page.fill(
        Map.of(
            "channel",
            channel,
            "channels",
            sidebar(channel, channels, messages),
            "icon",
            icon,
            "count",
            refused == 0 ? shown : shown + ", " + refused + " refused",
            "messages",
            here.isEmpty() ? EMPTY : days(here)));
  }

  private String days(List<SlackMessage> messages) {
    StringBuilder out = new StringBuilder();
    String day = "";
    for (SlackMessage message : messages) {
      if (isReply(message, messages)) {
        continue;
      }
      if (!DAY.format(message.at()).equals(day)) {
        day = DAY.format(message.at());
        out.append("<div class=\"day\"><span>").append(day).append("</span></div>");
      }
      out.append(message(message, messages));
    }
    return out.toString();
  }

  private static boolean isReply(SlackMessage message, List<SlackMessage> messages) {
    return message.threadTs() != null
        && messages.stream().anyMatch(parent -> parent.ts().equals(message.threadTs()));
  }

  private String message(SlackMessage message, List<SlackMessage> all) {
    List<SlackMessage> replies =
        all.stream().filter(reply -> message.ts().equals(reply.threadTs())).toList();
    String thread =
        replies.isEmpty()
            ? ""
            : "<div class=\"thread\"><div class=\"replies\">%s</div>%s</div>"
                .formatted(
                    replies.size() == 1 ? "1 reply" : replies.size() + " replies",
                    replies.stream().map(r -> message(r, List.of())).collect(Collectors.joining()));
    return """
    <article class="message%s" id="m%s"><div class="icon">%s</div><div class="content">
    <div class="who"><b>Wireroom</b><span class="app">APP</span><time>%s</time></div>
    %s%s%s</div></article>
    """
        .formatted(
            message.accepted() ? "" : " refused",
            Template.escape(message.ts()),
            icon,
            TIME.format(message.at()),
            refusal(message),
            BlockHtml.html(message.payload()),
            thread);
  }

  private static String refusal(SlackMessage message) {
    return message.accepted()
        ? ""
        : "<div class=\"refusal\"><b>Refused.</b> Slack would not have shown this:<ul>%s</ul></div>"
            .formatted(
                message.problems().stream()
                    .map(problem -> "<li>" + Template.escape(problem) + "</li>")
                    .collect(Collectors.joining()));
  }

  private static String sidebar(
      String current, List<String> channels, List<SlackMessage> messages) {
    return channels.stream()
        .map(
            channel -> {
              long count = messages.stream().filter(m -> m.channel().equals(channel)).count();
              boolean here = channel.equals(current);
              String look = here ? "current" : count > 0 ? "unread" : "read";
              return "<li class=\"%s\"><a href=\"?channel=%s\"><i>#</i>%s%s</a></li>"
                  .formatted(
                      look,
                      Template.escape(channel),
                      Template.escape(channel),
                      here || count == 0 ? "" : "<em>" + count + "</em>");
            })
        .collect(Collectors.joining());
  }

  private static String count(long count, String thing) {
    return count + " " + thing + (count == 1 ? "" : "s");
  }
}
