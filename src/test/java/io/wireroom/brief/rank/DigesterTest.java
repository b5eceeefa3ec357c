package io.wireroom.brief.rank;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What is picked out of whole articles. */
class DigesterTest {

  private static final String FERRY =
      """
      PORT ELLIS, Oregon (AP) -- A ferry with 214 people on board ran aground off Port Ellis on \
      Tuesday night, and rescuers brought everyone ashore by morning, the coast guard said.

      The Northern Star had left Calder for the islands when its engines failed in heavy seas. \
      "We heard a loud bang and then it was dark," she said. He had been at sea for thirty years. \
      The ferry was built in 1987 and passed its last inspection in March, according to the port \
      authority.

      I was on the quay when the first boats came in. Eleven passengers were treated for cold, \
      and two of them were still in hospital on Wednesday. However, the harbour stays closed to \
      large ships until divers have looked at the wreck. Read more: Storm season on the coast.

      The port authority also said the ferry's fuel tanks were whole. Both were full. Journalist \
      Ann Pryce reported from Port Ellis.
      """;

  private final Digester digester = new Digester();

  @Test
  void takeaways_can_be_read_by_themselves() {
    List<String> takeaways = takeaways("", FERRY, "en", 5);

    assertThat(takeaways).hasSize(5);
    assertThat(takeaways)
        .noneMatch(t -> t.contains("she said"))
        .noneMatch(t -> t.startsWith("He ") || t.startsWith("I ") || t.startsWith("Both "))
        .noneMatch(t -> t.startsWith("However") || t.startsWith("PORT ELLIS"))
        .noneMatch(t -> t.startsWith("Read more") || t.startsWith("Journalist"))
        .allMatch(t -> t.endsWith("."));
  }

  @Test
  void the_first_takeaway_says_more_than_the_headline() {
    String title = "Harbour stays closed until divers have looked at the wreck of the ferry";
    List<String> takeaways = takeaways(title, FERRY, "en", 3);

    assertThat(takeaways.get(0)).doesNotContain("until divers have looked");
  }

  @Test
  void no_two_takeaways_say_the_same() {
    String twice =
        "The old ferry was not a complete loss for the port, with most of its parts sold to a yard"
            + " in Calder. The harbour opens again in May. Divers looked at the wreck for a week."
            + " The old ferry was not a complete loss for the port, as most of its parts were sold"
            + " in Calder.";

    assertThat(takeaways("", twice, "en", 4)).hasSize(3).doesNotHaveDuplicates();
  }

  @Test
  void a_text_that_is_all_about_the_writer_still_gets_takeaways() {
    String diary =
        "I left the town at dawn with my dog. I walked along the river for an hour. Then I met my"
            + " brother at the old mill, and I told him of my plan.";

    assertThat(takeaways("", diary, "en", 3)).hasSize(3);
  }

  @Test
  void a_language_without_lists_of_its_own_gets_takeaways() {
    String text =
        "Hamnen stängdes på tisdagen efter en olycka med en färja. Alla 214 passagerare fördes i"
            + " land före gryningen. Färjan byggdes 1987 och kontrollerades i mars. Hamnen öppnas"
            + " igen när dykare har sett på vraket.";

    assertThat(takeaways("", text, "sv", 3)).hasSize(3);
  }

  @Test
  void a_shorter_form_that_says_otherwise_gives_way_to_the_whole_sentence_or_to_another() {
    Digest shortened = digester.digest("", FERRY, "en", 3, 3, 240, (shown, whole) -> true);
    Digest restored = digester.digest("", FERRY, "en", 3, 3, 240, (shown, whole) -> false);
    Digest narrow = digester.digest("", FERRY, "en", 3, 3, 120, (shown, whole) -> false);

    assertThat(shortened.takeaways())
        .anyMatch(each -> each.text().length() < each.end() - each.start())
        .noneMatch(Excerpt::restored);
    assertThat(restored.takeaways())
        .hasSize(3)
        .anyMatch(Excerpt::restored)
        .allMatch(each -> each.text().equals(line(each)));
    assertThat(narrow.takeaways())
        .hasSize(3)
        .allMatch(each -> each.text().length() <= 120)
        .allMatch(each -> each.text().equals(line(each)));
  }

  private static String line(Excerpt excerpt) {
    return FERRY.substring(excerpt.start(), excerpt.end()).replaceAll("\\s+", " ");
  }

  private List<String> takeaways(String title, String text, String language, int count) {
    return digester
        .digest(title, text, language, count, count, 240, (shown, whole) -> true)
        .takeaways()
        .stream()
        .map(Excerpt::text)
        .toList();
  }
}
