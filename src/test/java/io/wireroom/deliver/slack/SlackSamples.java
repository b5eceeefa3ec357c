package io.wireroom.deliver.slack;

import com.google.gson.JsonObject;
import io.wireroom.deliver.RandomBriefs;
import java.io.BufferedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/**
 * Prints random messages for Slack, one a line, for a checker of another make: {@code SlackSamples
 * [COUNT [SEED]]}. Of ten, four are briefs, two updates, two round-ups and two notices; of each,
 * one in four is plain text.
 */
public final class SlackSamples {

  private SlackSamples() {}

  public static void main(String... args) {
    int count = args.length > 0 ? Integer.parseInt(args[0]) : 10_000;
    Random seeds = new Random(args.length > 1 ? Long.parseLong(args[1]) : 1);
    PrintStream out =
        new PrintStream(new BufferedOutputStream(System.out), false, StandardCharsets.UTF_8);
    for (int i = 0; i < count; i++) {
      out.println(message(i % 10, i / 10 % 4 == 3, seeds.nextLong()));
    }
    out.flush();
  }

  private static JsonObject message(int kind, boolean plain, long seed) {
    if (kind < 6) {
      boolean update = kind > 3;
      return plain
          ? SlackMessage.text(RandomBriefs.of(seed))
          : SlackMessage.blocks(RandomBriefs.of(seed), update);
    }
    if (kind < 8) {
      return plain
          ? SlackRoundUp.text(RandomBriefs.roundUp(seed))
          : SlackRoundUp.blocks(RandomBriefs.roundUp(seed));
    }
    return plain
        ? SlackNotice.text(RandomBriefs.notice(seed))
        : SlackNotice.blocks(RandomBriefs.notice(seed));
  }
}
