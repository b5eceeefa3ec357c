package io.wireroom.brief.rank;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentencesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Mr. Harlow met Dr. Ines Vega of St. Brendan's Hospital.",
        "J. R. Calder and Mary T. Oyelaran wrote it.",
        "The U.S. Senate and the U.N. Security Council disagree.",
        "It left at 9 p.m. Tuesday for the coast.",
        "Profits rose 3.4 percent to $2.15 million.",
        "Brightwater Inc. shares fell.",
        "No. 5 on the list is a harbour, e.g. Port Ellis.",
        "\"Is it safe?\" the mayor asked.",
        "\"Stop!\" Harlow shouted, Vega said.",
        "He paused ... then went on.",
        "The plan (see p. 12. It is long) was dropped.",
        "The Yahoo! office closed.",
        "See example.com or docs.example.org for more.",
        "On Sept. 11 the bridge opened.",
        "Gov. Ann Pryce vs. the council.",
      })
  void leaves_whole_what_is_one_sentence(String text) {
    assertThat(split("en", text)).containsExactly(text);
  }

  @Test
  void ends_a_sentence_after_its_closing_quote() {
    assertThat(split("en", "\"We saw it all.\" She left early. 'It was loud.' Nobody spoke."))
        .containsExactly(
            "\"We saw it all.\"", "She left early.", "'It was loud.'", "Nobody spoke.");
  }

  @Test
  void ends_a_sentence_after_an_abbreviation_when_a_function_word_starts_the_next() {
    assertThat(
            split("en", "They moved to the U.S. The house was small. It sold to Oak Inc. He left."))
        .containsExactly(
            "They moved to the U.S.", "The house was small.", "It sold to Oak Inc.", "He left.");
  }

  @Test
  void ends_a_sentence_after_a_time_of_day() {
    assertThat(split("en", "It began at 9 p.m. Police arrived at once."))
        .containsExactly("It began at 9 p.m.", "Police arrived at once.");
  }

  @Test
  void tells_no_the_word_from_no_the_abbreviation() {
    assertThat(split("en", "He said no. The vote was over."))
        .containsExactly("He said no.", "The vote was over.");
  }

  @Test
  void finds_the_end_where_the_space_is_missing() {
    assertThat(split("en", "The ferry sank.Nobody was hurt."))
        .containsExactly("The ferry sank.", "Nobody was hurt.");
  }

  @Test
  void takes_headings_and_list_items_as_sentences_of_their_own() {
    String text =
        "What we know\n\nThe dam held. Rain fell.\n\n• Two roads closed\n• One bridge open";

    assertThat(split("en", text))
        .containsExactly(
            "What we know", "The dam held.", "Rain fell.", "Two roads closed", "One bridge open");
    List<Sentence> sentences = new Sentences("en").split(text);
    assertThat(sentences.get(0).heading()).isTrue();
    assertThat(sentences.get(1).heading()).isFalse();
    assertThat(sentences.get(1).block()).isEqualTo(sentences.get(2).block()).isEqualTo(1);
  }

  @Test
  void reads_on_over_a_single_line_break() {
    assertThat(split("en", "The river rose\nall night. Then it fell."))
        .containsExactly("The river rose\nall night.", "Then it fell.");
  }

  @Test
  void knows_german_ordinals_abbreviations_and_quotes() {
    assertThat(
            split(
                "de",
                "Am 3. Mai kam Dr. Behrens, z. B. mit dem Zug. „Es reicht.“ Die 2. Liga pausiert."
                    + " Das gilt ab 2025. Der Rat stimmt zu."))
        .containsExactly(
            "Am 3. Mai kam Dr. Behrens, z. B. mit dem Zug.",
            "„Es reicht.“",
            "Die 2. Liga pausiert.",
            "Das gilt ab 2025.",
            "Der Rat stimmt zu.");
  }

  @Test
  void knows_french_titles_and_spaced_guillemets() {
    assertThat(
            split("fr", "M. Aubry est arrivé. « C'est fini. » Mme Roux est partie, etc. Il pleut."))
        .containsExactly(
            "M. Aubry est arrivé.", "« C'est fini. »", "Mme Roux est partie, etc.", "Il pleut.");
  }

  @Test
  void knows_spanish_abbreviations_and_inverted_marks() {
    assertThat(
            split(
                "es", "El Sr. Luna viajó a EE.UU. con la Dra. Paz. ¿Volverá? ¡Quizás! Nadie sabe."))
        .containsExactly(
            "El Sr. Luna viajó a EE.UU. con la Dra. Paz.", "¿Volverá?", "¡Quizás!", "Nadie sabe.");
  }

  @Test
  void knows_italian_portuguese_and_dutch_abbreviations() {
    assertThat(split("it", "Il dott. Riva ha parlato. La sig.ra Conti no."))
        .containsExactly("Il dott. Riva ha parlato.", "La sig.ra Conti no.");
    assertThat(split("pt", "O Sr. Prado saiu. A Dra. Lima ficou."))
        .containsExactly("O Sr. Prado saiu.", "A Dra. Lima ficou.");
    assertThat(split("nl", "Dhr. Bakker kwam bijv. Mevr. Smit ging."))
        .containsExactly("Dhr. Bakker kwam bijv. Mevr. Smit ging.");
    assertThat(split("nl", "Prof. Visser sprak o.a. over water. Het regende."))
        .containsExactly("Prof. Visser sprak o.a. over water.", "Het regende.");
  }

  @Test
  void splits_scripts_that_put_no_space_after_a_full_stop() {
    assertThat(split("ja", "雨が降った。「もう終わりだ。」と彼は言った。川は静かだ！"))
        .containsExactly("雨が降った。", "「もう終わりだ。」と彼は言った。", "川は静かだ！");
    assertThat(split("zh", "大桥今天开放。市长很高兴！谁会来？")).containsExactly("大桥今天开放。", "市长很高兴！", "谁会来？");
  }

  @Test
  void splits_scripts_written_from_right_to_left_and_with_marks_of_their_own() {
    assertThat(split("ar", "وصل القطار. هل تأخر؟ نعم تأخر.")).hasSize(3);
    assertThat(split("he", "הרכבת הגיעה. היא איחרה מאוד.")).hasSize(2);
    assertThat(split("hi", "पुल खुल गया। लोग खुश हैं।")).hasSize(2);
  }

  @Test
  void finds_nothing_in_a_text_without_letters() {
    assertThat(split("en", "")).isEmpty();
    assertThat(split("en", " \n\n … *** \n")).isEmpty();
  }

  private static List<String> split(String language, String text) {
    return new Sentences(language).split(text).stream().map(s -> s.in(text)).toList();
  }
}
