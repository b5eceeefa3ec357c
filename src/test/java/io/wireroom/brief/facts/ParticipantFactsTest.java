package io.wireroom.brief.facts;

import static org.assertj.core.api.Assertions.assertThat;

import io.wireroom.brief.facts.Objection.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who says or does something must be who says or does it in the evidence. */
class ParticipantFactsTest {

  private static final String DAM =
      "The Ravensfoot dam will be raised by four metres next summer, the water board said on"
          + " Monday. Its engineer, Petra Holub, put the cost at 19 million crowns. Farmers below"
          + " the dam fear that their wells will run dry; their spokesman, Jan Orsag, demanded a"
          + " second study. Environment minister Vlasta Kubin promised to read one. She does not"
          + " want work to begin before October.";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The cost is 19 million crowns, according to engineer Petra Holub of the water board.",
        "Jan Orsag, who speaks for farmers below the dam, demanded a second study.",
        "Vlasta Kubin, the environment minister, does not want work to begin before October.",
        "The dam is to be raised by four metres next summer, the water board says; Petra Holub puts"
            + " the cost at 19 million crowns.",
        "In the view of Petra Holub, raising the dam will cost 19 million crowns.",
        "Farmers, whose spokesman is Jan Orsag, fear that their wells will run dry.",
      })
  void whoever_says_it_in_the_evidence_may_say_it(String sentence) {
    assertThat(objections(sentence)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The cost is 19 million crowns, according to environment minister Vlasta Kubin.",
        "Petra Holub, the board's engineer, demanded a second study for the farmers below the dam.",
        "Jan Orsag does not want work to begin before October.",
        "In the view of Jan Orsag, the cost is 19 million crowns.",
        "The dam will be raised by four metres next summer, said Vlasta Kubin, the minister.",
      })
  void somebody_else_may_not(String sentence) {
    assertThat(objections(sentence)).extracting(Objection::kind).contains(Kind.ATTRIBUTION);
  }

  @Test
  void somebody_who_does_nothing_of_it_in_the_evidence_is_in_anothers_place() {
    String evidence =
        "Halden Foods sold its bakery in Orrest to Marlow Bread for 30 million pounds. Tidewell, a"
            + " rival, had offered 25 million. Its chairman, Ned Farrow, resigned on Friday.";

    assertThat(check("Tidewell bought the bakery in Orrest for 30 million pounds.", evidence))
        .extracting(Objection::what)
        .contains("Tidewell");
    assertThat(check("Marlow Bread paid 30 million pounds for the bakery in Orrest.", evidence))
        .isEmpty();
  }

  @Test
  void words_between_marks_belong_to_the_first_name_of_their_sentence() {
    String evidence =
        "Head teacher Amina Rashid called the ban \"a gift to teachers\". Parents' speaker Colin"
            + " Webb said that nobody had asked them.";

    assertThat(check("For Amina Rashid the ban is \"a gift to teachers\".", evidence)).isEmpty();
    assertThat(check("For Colin Webb the ban is \"a gift to teachers\".", evidence))
        .extracting(Objection::kind)
        .contains(Kind.ATTRIBUTION);
  }

  private static List<Objection> objections(String sentence) {
    return check(sentence, DAM);
  }

  private static List<Objection> check(String sentence, String evidence) {
    return FactGate.check(sentence, List.of(evidence), "en");
  }
}
