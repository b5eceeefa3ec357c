package io.wireroom.deliver.slack;

import com.google.gson.JsonObject;
import com.slack.api.model.block.LayoutBlock;
import io.wireroom.brief.Brief;
import io.wireroom.brief.Claim;
import io.wireroom.brief.WebLink;
import io.wireroom.deliver.RoundUp;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A round-up as one Slack message within Slack's limits: 50 blocks, and 9,000 characters in all
 * (see {@link SlackMessage}). Each brief gets two takeaways; when they do not fit, one, then none;
 * then the last briefs are only named, and at the end counted.
 */
final class SlackRoundUp {

  /** Of Slack's 50, without the title, the two lines about the whole, and the list of the rest. */
  private static final int MOST_BRIEFS = 45;

  private static final int TAKEAWAYS = 2;
  private static final int HEADLINE = 200;
  private static final int TAKEAWAY = 240;
  private static final int SOURCE = 60;
  private static final int LINK = 500;
  private static final int REST = 1_500;
  private static final int TEXT = 300;

  private static final String DOT = SlackTexts.DOT;

  private final RoundUp roundUp;
  private final int shown;

  /** One line each, of all that can be named: written once, since the texts may be long. */
  private final List<Line> lines;

  private SlackRoundUp(RoundUp roundUp) {
    this.roundUp = roundUp;
    this.shown = Math.min(MOST_BRIEFS, roundUp.briefs().size());
    this.lines =
        Stream.concat(roundUp.briefs().stream(), roundUp.rest().stream())
            .map(brief -> new Line(headline(brief), source(brief)))
            .toList();
  }

  static JsonObject blocks(RoundUp roundUp) {
    JsonObject message = new JsonObject();
    for (Parts parts : new SlackRoundUp(roundUp).parts()) {
      List<LayoutBlock> blocks = new ArrayList<>();
      blocks.add(SlackMessage.header(roundUp.title()));
      blocks.add(SlackMessage.context(extent(roundUp)));
      parts.entries.forEach(entry -> blocks.add(SlackMessage.section(entry)));
      parts.rest.ifPresent(rest -> blocks.add(SlackMessage.section(rest)));
      message = SlackMessage.message(notification(roundUp), blocks);
      if (message.toString().length() <= SlackMessage.MESSAGE) {
        return message;
      }
    }
    return message;
  }

  static JsonObject text(RoundUp roundUp) {
    JsonObject message = new JsonObject();
    for (Parts parts : new SlackRoundUp(roundUp).parts()) {
      List<String> texts = new ArrayList<>();
      texts.add("*" + Mrkdwn.text(roundUp.title(), HEADLINE) + "*\n" + extent(roundUp));
      texts.addAll(parts.entries);
      parts.rest.ifPresent(texts::add);
      message = SlackMessage.base(String.join("\n\n", texts));
      if (message.toString().length() <= SlackMessage.MESSAGE) {
        return message;
      }
    }
    return message;
  }

  /**
   * What is shown of a round-up.
   *
   * @param entries of the briefs with a paragraph of their own
   * @param rest the others, named or counted
   */
  private record Parts(List<String> entries, Optional<String> rest) {}

  private record Line(String headline, String source) {}

  /** From the most to the least, made when they are asked for. */
  private Iterable<Parts> parts() {
    Stream<Parts> shorter =
        IntStream.rangeClosed(1, TAKEAWAYS)
            .map(fewer -> TAKEAWAYS + 1 - fewer)
            .mapToObj(takeaways -> parts(shown, takeaways));
    Stream<Parts> fewer =
        IntStream.rangeClosed(0, shown).map(less -> shown - less).mapToObj(n -> parts(n, 0));
    return Stream.concat(shorter, fewer)::iterator;
  }

  private Parts parts(int briefs, int takeaways) {
    List<String> entries = IntStream.range(0, briefs).mapToObj(i -> entry(i, takeaways)).toList();
    return new Parts(entries, rest(briefs));
  }

  private String entry(int index, int takeaways) {
    Brief brief = roundUp.briefs().get(index);
    List<String> lines = new ArrayList<>();
    Line first = this.lines.get(index);
    lines.add("*" + first.headline + "*" + DOT + first.source);
    for (Claim claim : brief.takeaways().stream().limit(takeaways).toList()) {
      addIfAny(lines, "\u25B8 ", Mrkdwn.text(claim.text(), TAKEAWAY), "");
    }
    if (brief.takeaways().isEmpty() && takeaways > 0) {
      addIfAny(lines, "_", Mrkdwn.text(brief.teaser(), TAKEAWAY), "_");
    }
    return String.join("\n", lines);
  }

  private static void addIfAny(List<String> lines, String before, String text, String after) {
    if (!text.isBlank()) {
      lines.add(before + text + after);
    }
  }

  /** Those that have no paragraph, by name as far as there is room, and how many more there are. */
  private Optional<String> rest(int briefs) {
    int unnamed = roundUp.left() - roundUp.rest().size();
    List<Line> named = lines.subList(briefs, lines.size());
    List<String> rest = new ArrayList<>();
    int left = REST;
    for (Line each : named) {
      String line = each.headline + DOT + each.source;
      left -= line.length() + 3;
      if (left < 0) {
        break;
      }
      rest.add("\u2022 " + line);
    }
    int more = named.size() - rest.size() + unnamed;
    if (more > 0) {
      rest.add("and " + more + " more");
    }
    return rest.isEmpty()
        ? Optional.empty()
        : Optional.of("*Also new*\n" + String.join("\n", rest));
  }

  /** Linked, when its address is short enough to be one of many. */
  private static String headline(Brief brief) {
    String plain = brief.headline().isBlank() ? "An article without a headline" : brief.headline();
    return Stream.of(brief.origin().link(), brief.origin().url())
        .flatMap(link -> WebLink.of(link).stream())
        .filter(link -> Mrkdwn.length(link) <= LINK)
        .findFirst()
        .map(link -> Mrkdwn.link(link, plain, HEADLINE))
        .orElseGet(() -> Mrkdwn.text(plain, HEADLINE));
  }

  private static String source(Brief brief) {
    String name = Mrkdwn.text(brief.origin().sourceName(), SOURCE);
    return name.isBlank() ? Mrkdwn.text(brief.origin().sourceId(), SOURCE) : name;
  }

  private static String extent(RoundUp roundUp) {
    return Mrkdwn.text(roundUp.extent(), HEADLINE);
  }

  private static String notification(RoundUp roundUp) {
    String headlines =
        String.join("; ", roundUp.briefs().stream().limit(3).map(Brief::headline).toList());
    return Mrkdwn.text(roundUp.title() + ": " + headlines, TEXT);
  }
}
