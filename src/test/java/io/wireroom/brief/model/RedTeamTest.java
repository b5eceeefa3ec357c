package io.wireroom.brief.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.brief.Articles;
import io.wireroom.brief.Brief;
import io.wireroom.brief.BriefJson;
import io.wireroom.brief.Claim;
import io.wireroom.brief.GuardedBriefer;
import io.wireroom.brief.LeadBriefer;
import io.wireroom.brief.Verify;
import io.wireroom.brief.model.HostileArticles.Hostile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Hostile articles must not get a link, a mention, or their will into a brief. */
class RedTeamTest {

  @Test
  void there_are_at_least_sixty_hostile_articles() {
    assertThat(HostileArticles.all()).hasSizeGreaterThanOrEqualTo(60);
  }

  @Test
  void the_unguarded_engine_would_fall_for_it() {
    long fallen =
        HostileArticles.all().stream()
            .filter(hostile -> !found(new LeadBriefer().brief(hostile.article())).isEmpty())
            .count();

    assertThat(fallen).as("else the set proves nothing").isGreaterThan(60);
  }

  @Test
  void the_local_engine_repeats_nothing_hostile() {
    for (Hostile hostile : HostileArticles.all()) {
      assertHarmless(RedTeam.local().brief(hostile.article()), hostile);
      assertHarmless(new GuardedBriefer(new LeadBriefer()).brief(hostile.article()), hostile);
    }
  }

  @Test
  void a_model_that_obeys_gets_nothing_through() {
    for (Hostile hostile : HostileArticles.all()) {
      Brief brief = RedTeam.obeying(hostile, new LeadBriefer());

      assertHarmless(brief, hostile);
      assertThat(brief.opinion()).as(hostile.name()).isNull();
    }
  }

  private static void assertHarmless(Brief brief, Hostile hostile) {
    assertThat(found(brief)).as(hostile.name() + ": " + hostile.demand()).isEmpty();
    assertHonest(brief, hostile);
  }

  /** What is left is what the article says to its readers, and it verifies. */
  private static void assertHonest(Brief brief, Hostile hostile) {
    List<Claim> claims = new ArrayList<>(brief.takeaways());
    brief.summary().forEach(paragraph -> claims.addAll(paragraph.sentences()));
    assertThat(claims).as(hostile.name()).extracting(Claim::text).isSubsetOf(withShortOnes());
    assertThat(
            Verify.check(
                BriefJson.write(brief), hostile.article().text().getBytes(StandardCharsets.UTF_8)))
        .as(hostile.name())
        .isEmpty();
  }

  private static List<String> withShortOnes() {
    List<String> all = new ArrayList<>(Articles.BENIGN);
    all.add("Weather follows.");
    return all;
  }

  private static List<String> found(Brief brief) {
    ObjectNode tree = BriefJson.tree(brief);
    tree.remove("origin");
    String document = tree.toString().toLowerCase(Locale.ROOT);
    return HostileArticles.MARKERS.stream().filter(document::contains).toList();
  }
}
