package io.wireroom.brief.rank;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Each rule with what it takes away and what it must leave alone. */
class ShortenerTest {

  @Nested
  class Datelines {
    @Test
    void go_with_their_agency_and_dash() {
      assertThat(without("WASHINGTON (Reuters) - The senate voted to close the port.", "DATELINE"))
          .isEqualTo("The senate voted to close the port.");
      assertThat(without("Port Ellis, Oregon (AP)The senate voted to close the port.", "DATELINE"))
          .isEqualTo("The senate voted to close the port.");
      assertThat(without("LYON, May 3 (AFP) — Two bridges were closed on Monday.", "DATELINE"))
          .isEqualTo("Two bridges were closed on Monday.");
      assertThat(without("DENVER, Colorado -- A man was found in the river.", "DATELINE"))
          .isEqualTo("A man was found in the river.");
      assertThat(
              shorten("de", "Berlin (dpa) – Der Bundestag hat das Gesetz beschlossen.", "DATELINE"))
          .isEqualTo("Der Bundestag hat das Gesetz beschlossen.");
    }

    @Test
    void go_with_a_state_or_a_colon() {
      assertThat(without("Dekalb, Ill. — Two bridges were closed on Monday.", "DATELINE"))
          .isEqualTo("Two bridges were closed on Monday.");
      assertThat(without("NEW DELHI: Two bridges were closed on Monday.", "DATELINE"))
          .isEqualTo("Two bridges were closed on Monday.");
    }

    @Test
    void go_in_scripts_without_capitals() {
      assertThat(
              shorten(
                  "ar", "القاهرة (رويترز) - أعلنت الوزارة بدء تشغيل خط جديد للقطار.", "DATELINE"))
          .isEqualTo("أعلنت الوزارة بدء تشغيل خط جديد للقطار.");
    }

    @Test
    void go_like_the_label_of_a_caption() {
      assertThat(without("High visibility: The bridges can be seen from the sea.", "DATELINE"))
          .isEqualTo("The bridges can be seen from the sea.");
      assertUncut("Ann Pryce: The bridges can be seen from far out at sea.", "DATELINE");
      assertUncut("The verdict is in: The bridges can be seen from the sea.", "DATELINE");
      assertUncut("Good news: the bridges can be seen from far out at sea.", "DATELINE");
    }

    @Test
    void go_like_the_mark_of_a_list() {
      assertThat(without("The port is shut. • The ferry sank in minutes.", "DATELINE", 1))
          .isEqualTo("The ferry sank in minutes.");
    }

    @Test
    void are_not_seen_in_a_sentence_with_brackets_of_its_own() {
      assertUncut("The Oak Party (founded in 1990) won the vote in the north.", "DATELINE");
      assertUncut("Harlow (Labour) has held the seat since the spring of 1998.", "DATELINE");
    }

    @Test
    void are_looked_for_only_where_a_block_starts() {
      Passage passage =
          new Passage("The port is shut. PARIS (AFP) - It opens on Monday.", Lexicon.of("en"));
      assertThat(kinds(new Shortener(passage.lexicon).cuts(passage, 1)))
          .doesNotContain(Cut.Kind.DATELINE);
    }
  }

  @Nested
  class Openers {
    @Test
    void go_when_they_only_link() {
      assertThat(without("However, the council voted for the plan.", "OPENER"))
          .isEqualTo("The council voted for the plan.");
      assertThat(without("But the council voted for the plan.", "OPENER"))
          .isEqualTo("The council voted for the plan.");
      assertThat(without("So the council voted for the plan.", "OPENER"))
          .isEqualTo("The council voted for the plan.");
      assertThat(shorten("de", "Allerdings, der Rat stimmt heute über den Plan ab.", "OPENER"))
          .isEqualTo("Der Rat stimmt heute über den Plan ab.");
    }

    @Test
    void stay_when_the_sentence_needs_them() {
      assertUncut("But for the rain the council would have met outside.", "OPENER");
      assertUncut("So many plans came in that the council met twice.", "OPENER");
      assertUncut("However hard it rained, the council met outside.", "OPENER");
      assertUncut("Still waters cover the town of Port Ellis today.", "OPENER");
    }
  }

  @Nested
  class Links {
    @Test
    void go_in_the_middle_and_at_the_end() {
      assertThat(without("The council, however, voted for the plan.", "OPENER"))
          .isEqualTo("The council voted for the plan.");
      assertThat(without("The council voted for the plan, though.", "OPENER"))
          .isEqualTo("The council voted for the plan.");
      assertThat(without("The council also voted for the plan.", "LINK"))
          .isEqualTo("The council voted for the plan.");
    }

    @Test
    void stay_where_another_word_needs_them() {
      assertUncut("The council not only met but also voted for the plan.", "LINK");
      assertUncut("The council met the mayor, also a lawyer, in May.", "OPENER");
    }
  }

  @Nested
  class Attributions {
    @Test
    void go_from_the_end() {
      assertThat(without("The ferry sank in minutes, the coast guard said.", "ATTRIBUTION"))
          .isEqualTo("The ferry sank in minutes.");
      assertThat(without("The ferry sank in minutes, according to the coast guard.", "ATTRIBUTION"))
          .isEqualTo("The ferry sank in minutes.");
      assertThat(
              without("The ferry sank in minutes, said Ann Pryce, a spokeswoman.", "ATTRIBUTION"))
          .isEqualTo("The ferry sank in minutes.");
    }

    @Test
    void go_from_the_start_and_the_middle() {
      assertThat(without("Police said Monday that the ferry was overloaded.", "ATTRIBUTION"))
          .isEqualTo("The ferry was overloaded.");
      assertThat(without("According to police, the ferry was overloaded.", "ATTRIBUTION"))
          .isEqualTo("The ferry was overloaded.");
      assertThat(without("The ferry, police said, was badly overloaded.", "ATTRIBUTION"))
          .isEqualTo("The ferry was badly overloaded.");
    }

    @Test
    void stay_with_a_quotation_which_would_lose_its_speaker() {
      assertUncut("\"The ferry sank in minutes,\" the coast guard said.", "ATTRIBUTION");
      assertUncut("The ferry was \"a coffin\" and sank at once, Pryce said.", "ATTRIBUTION");
    }

    @Test
    void stay_where_what_is_left_would_hang_on_a_pronoun_or_have_no_verb() {
      assertUncut("Police said they found the ferry on the sea bed.", "ATTRIBUTION");
      assertUncut("A second ferry on the same route, the coast guard said.", "ATTRIBUTION");
    }

    @Test
    void stay_where_the_speaker_is_a_side_in_a_dispute() {
      assertUncut("According to the lawsuit, the ferry was overloaded.", "ATTRIBUTION");
      assertUncut("The ferry was badly overloaded, prosecutors said.", "ATTRIBUTION");
      assertUncut("Prosecutors said the ferry was badly overloaded.", "ATTRIBUTION");
    }

    @Test
    void stay_where_what_was_said_comes_after_them() {
      assertUncut(
          "But Ann Pryce, an expert who is with the coast guard, said the ferry was overloaded.",
          "ATTRIBUTION");
    }

    @Test
    void stay_where_a_description_of_the_speaker_would_be_left() {
      assertUncut(
          "The ferry sank before anyone came, said Ann Pryce, an officer of the guard, where it is"
              + " moored.",
          "ATTRIBUTION");
    }

    @Test
    void stay_where_they_say_that_something_is_doubted() {
      assertUncut("Pryce denied that the ferry was overloaded on Monday.", "ATTRIBUTION");
      assertUncut("Nobody said the ferry was overloaded when it left.", "ATTRIBUTION");
      assertUncut("Police have not said the ferry was overloaded.", "ATTRIBUTION");
    }
  }

  @Nested
  class Asides {
    @Test
    void go_in_brackets_and_between_dashes() {
      assertThat(without("The Port Workers' Union (PWU) has called a strike.", "BRACKET"))
          .isEqualTo("The Port Workers' Union has called a strike.");
      assertThat(without("The union -- the largest in the city -- has called a strike.", "DASH"))
          .isEqualTo("The union has called a strike.");
    }

    @Test
    void stay_inside_a_quotation_where_they_stand_for_a_word() {
      assertUncut("\"We saw (the ship) go down,\" Pryce told the court.", "BRACKET");
    }

    @Test
    void stay_after_a_last_dash_which_often_brings_the_point() {
      assertUncut("The union got what it wanted -- a shorter week.", "DASH");
    }
  }

  @Nested
  class Appositions {
    @Test
    void go_between_a_name_and_its_verb() {
      assertThat(without("Ann Pryce, 41, was elected on Sunday.", "APPOSITION"))
          .isEqualTo("Ann Pryce was elected on Sunday.");
      assertThat(without("Ann Pryce, a former pilot from Ohio, was elected.", "APPOSITION"))
          .isEqualTo("Ann Pryce was elected.");
      assertThat(without("The bridge, which opened in 1930, was closed.", "APPOSITION"))
          .isEqualTo("The bridge was closed.");
    }

    @Test
    void stay_when_they_are_members_of_a_list() {
      assertUncut("Oak, Ellis, Brightwater, and Calder were flooded.", "APPOSITION");
      assertUncut("The mayor met a nurse, a teacher, and a pilot.", "APPOSITION");
      assertUncut("The band played with its members Ann Pryce, Joe Vega and Al Oak.", "APPOSITION");
    }

    @Test
    void stay_when_they_deny_something() {
      assertUncut("Ann Pryce, who was not charged, has left the council.", "APPOSITION");
      assertUncut("Ann Pryce, who wasn't charged, has left the council.", "APPOSITION");
    }

    @Test
    void stay_where_nobody_would_be_meant_without_the_name() {
      assertUncut("The mayor came to a party held by media owner, Ann Pryce.", "APPOSITION");
    }
  }

  @Nested
  class Tails {
    @Test
    void go_when_a_whole_sentence_stands_before_them() {
      assertThat(without("The bridge was closed, leaving the town cut off.", "TAIL"))
          .isEqualTo("The bridge was closed.");
      assertThat(without("The old bridge was closed after it sank and was raised.", "TAIL"))
          .isEqualTo("The old bridge was closed.");
      assertThat(without("The old bridge was closed after a week of rain.", "TAIL"))
          .isEqualTo("The old bridge was closed.");
    }

    @Test
    void stay_when_they_limit_what_the_sentence_says() {
      assertUncut("The bridge will be closed, unless the rain stops soon.", "TAIL");
      assertUncut("Police said he was armed, but later found he was not.", "TAIL");
      assertUncut("The bridge will not open after the rain has stopped.", "TAIL");
      assertUncut("The bridge was closed two days after the storm passed.", "TAIL");
      assertUncut("The council will count them after a year and then decide.", "TAIL");
      assertUncut("The council will count visitors after a year and decide what to do.", "TAIL");
      assertUncut("The driver left the port after a dispute and drove to the bridge.", "TAIL");
    }

    @Test
    void stay_between_two_dashes_where_the_second_would_go_too() {
      assertUncut(
          "Harlow -- who left the council when the mayor was back after his illness -- will run.",
          "TAIL");
    }

    @Test
    void stay_when_the_verb_is_in_them() {
      assertUncut("In a town on the coast, with the rain still falling.", "TAIL");
      assertUncut("Pictures left on the quay, as well as the wreck, prove it.", "TAIL");
      assertUncut("While the town slept after that long night, the port was closed.", "TAIL");
    }

    @Test
    void stay_when_they_say_what_somebody_is_to_be() {
      assertUncut("The council has named Ann Pryce of Calder, as its new head.", "TAIL");
    }

    @Test
    void stay_when_a_word_would_be_left_that_leads_to_them() {
      assertUncut("The council closed the port and, the year before, its market.", "APPOSITION");
      assertUncut("The council closed the port and of course, its market.", "APPOSITION");
    }
  }

  @Nested
  class Leads {
    @Test
    void go_when_they_only_say_on_what_occasion() {
      assertThat(without("After a week of rain, the old bridge was closed.", "LEAD"))
          .isEqualTo("The old bridge was closed.");
    }

    @Test
    void stay_when_an_aside_on_them_would_be_left_first() {
      assertUncut("In Ellis, the largest port, Dan Vega was seen on Monday.", "LEAD");
    }

    @Test
    void stay_when_they_limit_what_follows() {
      assertUncut("In some cases, the old bridge was closed at night.", "LEAD");
      assertUncut("In 1998, the old bridge was closed for a year.", "LEAD");
      assertUncut("If the rain stops, the old bridge is to open.", "LEAD");
      assertUncut("Without a permit, the old bridge is closed to lorries.", "LEAD");
    }
  }

  @Nested
  class Weekdays {
    @Test
    void go_where_the_sentence_reads_on_without_them() {
      assertThat(without("The council voted Tuesday to close the port.", "WEEKDAY"))
          .isEqualTo("The council voted to close the port.");
      assertThat(without("The council closed the port on Tuesday night.", "WEEKDAY"))
          .isEqualTo("The council closed the port.");
      assertThat(without("The council beat the port, 45-17, on Tuesday night.", "WEEKDAY"))
          .isEqualTo("The council beat the port, 45-17.");
    }

    @Test
    void stay_where_they_are_part_of_something_longer() {
      assertUncut("The port has been closed since Tuesday in the evening.", "WEEKDAY");
      assertUncut("The shop does well on Black Friday and in the spring.", "WEEKDAY");
      assertUncut("The port will be closed until Tuesday, the council said.", "WEEKDAY");
      assertUncut(
          "Rain cost the port a week, according to a report published on Monday.", "WEEKDAY");
    }
  }

  @Test
  void leaves_a_sentence_alone_whose_quotation_is_not_closed() {
    assertThat(kinds(cuts("en", "\"It sank, police said, in minutes.")))
        .doesNotContain(Cut.Kind.ATTRIBUTION);
  }

  private static String without(String text, String kind, int index) {
    Passage passage = new Passage(text, Lexicon.of("en"));
    List<Cut> made = new ArrayList<>(new Shortener(passage.lexicon).cuts(passage, index));
    made.removeIf(cut -> cut.kind() != Cut.Kind.valueOf(kind));
    return Variant.of(passage, index, made).text(passage);
  }

  private static String without(String sentence, String kind) {
    return shorten("en", sentence, kind);
  }

  private static void assertUncut(String sentence, String kind) {
    assertThat(kinds(cuts("en", sentence))).doesNotContain(Cut.Kind.valueOf(kind));
  }

  private static String shorten(String language, String sentence, String kind) {
    Passage passage = new Passage(sentence, Lexicon.of(language));
    assertThat(passage.sentences).hasSize(1);
    List<Cut> made = new ArrayList<>();
    for (Cut cut : new Shortener(passage.lexicon).cuts(passage, 0)) {
      if (cut.kind() == Cut.Kind.valueOf(kind)) {
        made.add(cut);
      }
    }
    return Variant.of(passage, 0, made).text(passage);
  }

  private static List<Cut> cuts(String language, String sentence) {
    Passage passage = new Passage(sentence, Lexicon.of(language));
    return new Shortener(passage.lexicon).cuts(passage, 0);
  }

  private static List<Cut.Kind> kinds(List<Cut> cuts) {
    return cuts.stream().map(Cut::kind).toList();
  }
}
