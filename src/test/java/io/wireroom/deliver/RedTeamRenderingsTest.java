package io.wireroom.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import io.wireroom.brief.Brief;
import io.wireroom.brief.BriefHtml;
import io.wireroom.brief.BriefJson;
import io.wireroom.brief.BriefMarkdown;
import io.wireroom.brief.BriefText;
import io.wireroom.brief.model.RedTeam;
import io.wireroom.deliver.chat.DiscordSender;
import io.wireroom.deliver.chat.MattermostSender;
import io.wireroom.deliver.chat.TeamsSender;
import io.wireroom.deliver.chat.TelegramSender;
import io.wireroom.deliver.mail.MailMessage;
import io.wireroom.deliver.slack.SlackSender;
import io.wireroom.deliver.webhook.WebhookSender;
import io.wireroom.net.HttpCall;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** No hostile article gets a foreign link, a mention or its will into anything that is sent. */
class RedTeamRenderingsTest {

  private static final Pattern HOST = Pattern.compile("https?:(?:\\\\?/){2}([a-z0-9.-]+)");

  /** Hosts that the formats themselves name. */
  private static final List<String> OWN = List.of("adaptivecards.io", "schema.org", "www.w3.org");

  @Test
  void nothing_hostile_is_in_any_rendering() {
    List<RedTeam.Shown> all = RedTeam.briefs();
    assertThat(all).hasSizeGreaterThanOrEqualTo(120);
    for (RedTeam.Shown shown : all) {
      renderings(shown.brief())
          .forEach((name, text) -> assertHarmless(name + ", " + shown.origin(), text));
    }
  }

  private static void assertHarmless(String name, String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    assertThat(RedTeam.TRACES.stream().filter(lower::contains)).as(name).isEmpty();
    assertThat(HOST.matcher(lower).results().map(MatchResult::group).filter(url -> !isOurs(url)))
        .as(name)
        .isEmpty();
  }

  private static boolean isOurs(String url) {
    String host = url.replaceFirst("https?:[\\\\/]+", "");
    return host.equals(RedTeam.HOST) || OWN.contains(host);
  }

  private static Map<String, String> renderings(Brief brief) {
    URI hook = URI.create("https://hooks.example/secret");
    Destination.Lane lane = Letters.LANE;
    Map<String, String> all = new LinkedHashMap<>();
    all.put("text", BriefText.write(brief));
    all.put("markdown", BriefMarkdown.write(brief));
    all.put("html", BriefHtml.page(brief));
    all.put("json", new String(BriefJson.write(brief), StandardCharsets.UTF_8));
    Letter slack = to(brief, new SlackDestination("d", lane, hook, null, null, hook));
    all.put("slack", body(new SlackSender().write(slack)));
    all.put(
        "slack as text",
        body(new SlackSender().writeLess(slack, Replies.of(400, "invalid_blocks"))));
    all.put(
        "teams", body(new TeamsSender().write(to(brief, new TeamsDestination("d", lane, hook)))));
    all.put(
        "discord",
        body(new DiscordSender().write(to(brief, new DiscordDestination("d", lane, hook)))));
    all.put(
        "mattermost",
        body(new MattermostSender().write(to(brief, new MattermostDestination("d", lane, hook)))));
    all.put(
        "telegram",
        body(
            new TelegramSender()
                .write(to(brief, new TelegramDestination("d", lane, "1:t", "news", hook)))));
    Destination webhook = new WebhookDestination("d", lane, hook, List.of(), Map.of(), "brief");
    all.put("webhook", body(new WebhookSender().write(to(brief, webhook))));
    MailMessage mail = MailMessage.of(to(brief, webhook));
    all.put("mail", mail.subject() + "\n" + mail.text() + "\n" + mail.html());
    return all;
  }

  private static Letter to(Brief brief, Destination destination) {
    return new Letter(Letters.delivery("d", 0), destination, brief, Letters.NOW);
  }

  private static String body(HttpCall call) {
    return new String(call.body(), StandardCharsets.UTF_8);
  }
}
