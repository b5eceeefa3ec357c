package io.wireroom.brief;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.article.ArticleStatus;
import io.wireroom.brief.facts.Extracted;
import io.wireroom.brief.facts.FactGate;
import io.wireroom.brief.facts.Objection;
import io.wireroom.hash.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Proves a brief against its article with nothing but the two files. What binds what:
 *
 * <ul>
 *   <li>the digest binds every byte of meaning in the document to every other (headline and opinion
 *       included); it finds accidents and later changes, and is no signature;
 *   <li>the hashes bind the article's text and each quoted span;
 *   <li>a claim is bound to its spans by the fact gate and, from the extractive engine, by being
 *       made of the spans' words in their order. Who makes a new digest is still held by these.
 * </ul>
 */
public final class Verify {

  /**
   * Something that does not hold.
   *
   * @param place where in the document, such as {@code takeaways[0].evidence[1]}
   */
  public record Fault(String place, String what) {
    @Override
    public String toString() {
      return place + ": " + what;
    }
  }

  private final Evidences evidences;
  private final String articleHash;
  private final Brief brief;
  private final List<Fault> faults = new ArrayList<>();

  private Verify(Brief brief, byte[] article) {
    this.brief = brief;
    this.articleHash = Sha256.hexOf(article);
    this.evidences = Evidences.in(new String(article, StandardCharsets.UTF_8));
  }

  /**
   * Checks everything that can be checked, and stops at no fault.
   *
   * @param document the canonical document of a brief, in any layout
   * @param article the article's text, to the byte
   * @return what does not hold; empty when all does
   */
  public static List<Fault> check(byte[] document, byte[] article) {
    try {
      ObjectNode tree = BriefJson.parse(document);
      Verify verify = new Verify(BriefJsonReader.brief(tree), article);
      if (!CanonicalJson.digest(tree).equals(tree.path("digest").asText())) {
        verify.fault("digest", "the document was changed after it was written");
      }
      verify.all();
      return List.copyOf(verify.faults);
    } catch (BadBrief e) {
      return List.of(new Fault("document", String.valueOf(e.getMessage())));
    }
  }

  private void all() {
    if (!brief.made().textHash().equals(articleHash)) {
      fault("made.textHash", "the article is not the one the brief was made from");
    }
    boolean claims = !brief.takeaways().isEmpty() || !brief.summary().isEmpty();
    if (brief.status() != ArticleStatus.FULL && claims) {
      fault("status", "a brief of a " + brief.status().word() + " article makes no claims");
    }
    for (int i = 0; i < brief.takeaways().size(); i++) {
      claim("takeaways[" + i + "]", brief.takeaways().get(i));
    }
    for (int i = 0; i < brief.summary().size(); i++) {
      List<Claim> sentences = brief.summary().get(i).sentences();
      for (int j = 0; j < sentences.size(); j++) {
        claim("summary[" + i + "].sentences[" + j + "]", sentences.get(j));
      }
    }
  }

  private void claim(String place, Claim claim) {
    if (claim.evidence().isEmpty()) {
      fault(place, "no evidence");
    }
    for (int i = 0; i < claim.evidence().size(); i++) {
      evidence(place + ".evidence[" + i + "]", claim.evidence().get(i));
    }
    List<String> spans = evidences.spans(claim.evidence());
    if (brief.made().engine().equals("extractive")) {
      List<String> strangers = Extracted.strangers(claim.text(), String.join("\n", spans));
      if (!strangers.isEmpty()) {
        fault(place, "not in the words of its evidence: " + String.join(", ", strangers));
      }
    }
    for (Objection objection : FactGate.check(claim.text(), spans, brief.origin().language())) {
      fault(place, objection.toString());
    }
  }

  private void evidence(String place, Evidence evidence) {
    if (!evidence.article().equals(articleHash)) {
      fault(place, "points into another article");
    }
    String quote = evidences.span(evidence).map(Sha256::hexOf).orElse("");
    if (quote.isEmpty()) {
      fault(place, "points outside the article");
    } else if (!quote.equals(evidence.quote())) {
      fault(place, "the words there are not those that were quoted");
    }
  }

  private void fault(String place, String what) {
    faults.add(new Fault(place, what));
  }
}
