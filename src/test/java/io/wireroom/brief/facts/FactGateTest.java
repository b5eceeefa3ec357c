package io.wireroom.brief.facts;

import static org.assertj.core.api.Assertions.assertThat;

import io.wireroom.brief.facts.Objection.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactGateTest {

  @Test
  void says_what_it_objects_to_and_why() {
    List<Objection> objections =
        FactGate.check("Rain cost 14 farms $3m.", List.of("Rain cost 41 farms $3m."), "en");

    assertThat(objections).hasSize(1);
    assertThat(objections.get(0).kind()).isEqualTo(Kind.NUMBER);
    assertThat(objections.get(0).toString())
        .isEqualTo("number \"14\": the evidence has no such number");
  }

  @Test
  void a_sentence_that_copies_its_evidence_passes() {
    for (String file :
        List.of(
            "open.txt",
            "second.txt",
            "third.txt",
            "fourth.txt",
            "fifth.txt",
            "held-out.txt",
            "seventh.txt",
            "eighth.txt",
            "ninth.txt")) {
      for (PlantedCorruptions.Pair pair : PlantedCorruptions.read(file).pairs()) {
        assertThat(FactGate.check(pair.source(), List.of(pair.source()), "en"))
            .as(pair.source())
            .isEmpty();
      }
    }
  }

  @Test
  void a_second_is_another_one() {
    String sentence = "A second ferry was moved to the west basin.";

    assertThat(FactGate.check(sentence, List.of(sentence), "en")).isEmpty();
    assertThat(FactGate.check(sentence, List.of(sentence.replace("second", "third")), "en"))
        .isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          The bank raised its rate by half a percentage point. | The bank raised its rate by 0.5 percentage points. | The bank raised its rate by 1.5 percentage points.
          The gun is two and a half metres long. | The gun is 2.5 metres long. | The gun is 3.5 metres long.
          Users were offline for just under five hours. | Users were offline for nearly five hours. | Users were offline for over five hours.
          Orla Finch won the ninth stage in the rain. | Orla Finch won stage nine in the rain. | Orla Finch won stage eight in the rain.
          Port Lyle have lost four matches in a row. | It was Port Lyle's fourth successive lost match. | It was Port Lyle's fifth successive lost match.
          He had not met the builder more than twice. | He met the builder no more than twice. | He met the builder more than twice.
          """)
  void numbers_are_the_same_in_other_words(String source, String same, String other) {
    assertThat(FactGate.check(same, List.of(source), "en")).isEmpty();
    assertThat(FactGate.check(other, List.of(source), "en")).isNotEmpty();
  }

  @Test
  void several_spans_bear_a_sentence_together() {
    assertThat(
            FactGate.check(
                "Kelmouth's 14 ferries stop on Monday.",
                List.of("Kelmouth has 14 ferries.", "All ferries stop on Monday."),
                "en"))
        .isEmpty();
  }

  @Test
  void a_sentence_about_something_else_does_not_pass() {
    assertThat(
            FactGate.check(
                "The weather stays fine over the weekend in most places",
                List.of("The council approved the housing plan."),
                "en"))
        .extracting(Objection::kind)
        .contains(Kind.SUPPORT);
  }

  @Test
  void without_evidence_nothing_passes() {
    assertThat(FactGate.check("It rains.", List.of(), "en")).isNotEmpty();
    assertThat(FactGate.check("Es regnet.", List.of(), "de")).isNotEmpty();
  }

  @Test
  void in_other_languages_only_the_words_of_the_evidence_pass_in_their_order() {
    List<String> evidence =
        List.of("Der Hafen von Kelmouth wird am Montag, dem 9. März, nicht geschlossen.");

    assertThat(FactGate.check("Der Hafen wird am Montag nicht geschlossen.", evidence, "de"))
        .isEmpty();
    assertThat(FactGate.check("Der Hafen wird am Montag geschlossen.", evidence, "de"))
        .extracting(Objection::kind)
        .containsExactly(Kind.NEGATION);
    assertThat(FactGate.check("Der Hafen wird am Dienstag nicht geschlossen.", evidence, "de"))
        .isNotEmpty();
    assertThat(FactGate.check("Der Hafen wird am 19. März nicht geschlossen.", evidence, "de"))
        .isNotEmpty();
  }

  @Test
  void scripts_without_spaces_and_from_right_to_left_are_held_to_the_same_rule() {
    assertThat(FactGate.check("港は閉鎖される。", List.of("ケルマス港は月曜日に閉鎖される。"), "ja")).isEmpty();
    assertThat(FactGate.check("港は火曜日に閉鎖される。", List.of("ケルマス港は月曜日に閉鎖される。"), "ja")).isNotEmpty();
    assertThat(FactGate.check("הנמל נסגר ביום שני", List.of("הנמל לא נסגר ביום שני"), "he"))
        .isNotEmpty();
    assertThat(FactGate.check("الميناء مغلق", List.of("قال المتحدث إن الميناء مغلق اليوم"), "ar"))
        .isEmpty();
  }

  @Test
  void a_word_repeated_before_the_span_meant_is_no_lost_negation() {
    assertThat(
            FactGate.check(
                "Der Hafen ist offen.",
                List.of("Der Markt ist nicht wichtig. Der Hafen ist offen."),
                "de"))
        .isEmpty();
  }

  @Test
  void text_made_to_break_a_matcher_breaks_nothing() {
    for (String unit : List.of("a-", "1.", "a.", "'a", "[", "<!", "<a ", "@a", "\"", "nicht a ")) {
      String text = unit.repeat(4_000);
      assertThat(FactGate.check(text, List.of("It rains."), "en")).isNotNull();
      assertThat(FactGate.check(text, List.of(text), "de")).isNotNull();
    }
  }
}
