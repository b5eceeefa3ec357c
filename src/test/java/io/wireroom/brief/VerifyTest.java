package io.wireroom.brief;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class VerifyTest {

  private static final byte[] ARTICLE = Briefs.HARBOUR_TEXT.getBytes(StandardCharsets.UTF_8);

  @Test
  void a_brief_holds_against_its_article_in_any_layout() {
    assertThat(Verify.check(BriefJson.write(Briefs.harbour()), ARTICLE)).isEmpty();
    assertThat(Verify.check(pretty(Briefs.harbour()), ARTICLE)).isEmpty();
  }

  @Test
  void any_changed_byte_of_the_document_is_found() {
    byte[] document = BriefJson.write(small());

    for (int i = 0; i < document.length; i++) {
      byte[] changed = document.clone();
      changed[i] ^= 1;
      assertThat(Verify.check(changed, ARTICLE)).as("byte %d", i).isNotEmpty();
    }
  }

  @Test
  void any_byte_left_out_of_the_document_is_found() {
    byte[] document = BriefJson.write(small());

    for (int i = 0; i < document.length; i++) {
      byte[] shorter = new byte[document.length - 1];
      System.arraycopy(document, 0, shorter, 0, i);
      System.arraycopy(document, i + 1, shorter, i, shorter.length - i);
      assertThat(Verify.check(shorter, ARTICLE)).as("byte %d", i).isNotEmpty();
    }
  }

  @Property(tries = 400)
  void any_byte_turned_into_any_other_is_found(
      @ForAll @IntRange(max = 1_000_000) int place,
      @ForAll byte other,
      @ForAll boolean inArticle,
      @ForAll boolean putIn) {
    byte[] document = BriefJson.write(Briefs.harbour());
    byte[] whole = inArticle ? ARTICLE : document;
    int at = place % whole.length;
    byte[] changed = putIn ? Arrays.copyOf(whole, whole.length + 1) : whole.clone();
    if (putIn) {
      System.arraycopy(whole, at, changed, at + 1, whole.length - at);
    }
    changed[at] = other;
    Assume.that(!Arrays.equals(changed, whole) && (inArticle || !isLayout(document, changed)));

    List<Verify.Fault> faults =
        inArticle ? Verify.check(document, changed) : Verify.check(changed, ARTICLE);

    assertThat(faults).as("byte %d to %d", at, other).isNotEmpty();
  }

  /** White space between the values of a document says nothing. */
  private static boolean isLayout(byte[] document, byte[] changed) {
    try {
      return BriefJson.MAPPER.readTree(document).equals(BriefJson.MAPPER.readTree(changed));
    } catch (IOException e) {
      return false;
    }
  }

  @Test
  void any_changed_byte_of_the_article_is_found() {
    byte[] document = BriefJson.write(Briefs.harbour());

    for (int i = 0; i < ARTICLE.length; i++) {
      byte[] changed = ARTICLE.clone();
      changed[i] ^= 1;
      assertThat(Verify.check(document, changed)).as("byte %d", i).isNotEmpty();
    }
  }

  @Test
  void who_makes_a_new_digest_is_still_held_by_the_evidence() {
    assertThat(forged(root -> takeaway(root, 1).put("text", "15 ferries a day would move.")))
        .anyMatch(fault -> fault.place().equals("takeaways[1]"));
    assertThat(forged(root -> takeaway(root, 3).put("text", "Fishing boats are affected.")))
        .anyMatch(fault -> fault.place().equals("takeaways[3]"));
    assertThat(forged(root -> evidence(root, 0).put("end", 76)))
        .anyMatch(fault -> fault.place().equals("takeaways[0].evidence[0]"));
    assertThat(forged(root -> evidence(root, 0).put("end", 7600)))
        .anyMatch(fault -> fault.what().contains("outside"));
    assertThat(forged(root -> evidence(root, 0).put("article", "0".repeat(64))))
        .anyMatch(fault -> fault.what().contains("another article"));
    assertThat(forged(root -> takeaway(root, 0).putArray("evidence")))
        .anyMatch(fault -> fault.what().equals("no evidence"));
    assertThat(forged(root -> root.put("status", "thin")))
        .anyMatch(fault -> fault.place().equals("status"));
    assertThat(forged(root -> ((ObjectNode) root.path("made")).put("textHash", "0".repeat(64))))
        .anyMatch(fault -> fault.place().equals("made.textHash"));
  }

  @Test
  void what_is_no_brief_is_said_so() {
    assertThat(Verify.check("{}".getBytes(StandardCharsets.UTF_8), ARTICLE))
        .extracting(Verify.Fault::place)
        .containsExactly("document");
    assertThat(Verify.check(new byte[] {(byte) 0xff}, ARTICLE)).isNotEmpty();
  }

  /** One takeaway, one sentence: every byte of it can be tried in a second. */
  private static Brief small() {
    return Briefs.brief(
        "en",
        "Kelmouth closes east basin",
        List.of(Briefs.claim("Fishing boats are not affected.")),
        List.of(
            new Paragraph(List.of(Briefs.claim("The work costs £2.4m and takes three weeks.")))),
        null);
  }

  private static List<Verify.Fault> forged(Consumer<ObjectNode> change) {
    ObjectNode root = BriefJson.tree(Briefs.harbour());
    change.accept(root);
    root.put("digest", CanonicalJson.digest(root));
    return Verify.check(root.toString().getBytes(StandardCharsets.UTF_8), ARTICLE);
  }

  private static ObjectNode takeaway(ObjectNode root, int index) {
    return (ObjectNode) root.path("takeaways").path(index);
  }

  private static ObjectNode evidence(ObjectNode root, int takeaway) {
    return (ObjectNode) takeaway(root, takeaway).path("evidence").path(0);
  }

  private static byte[] pretty(Brief brief) {
    return BriefJson.pretty(brief).getBytes(StandardCharsets.UTF_8);
  }
}
