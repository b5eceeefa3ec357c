package io.wireroom.brief.rank;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which sentences can stand by themselves, and which never should. */
class FitnessTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The council voted to close the port.",
        "Vega said she would leave the council.",
        "In his youth, Harlow sailed around the island.",
        "The first ferry is due in September.",
        "Six of the ferries are due in September.",
        "Most of the ships on the route are ready.",
        "In his letters, author Ned Harlow asked for peace.",
        "Former mayor Ann Pryce has been told to stand trial.",
        "The late show in Port Ellis had the rappers T.I. and Young Bo.",
        "Port Ellis was shelled twice during World War I, according to the mayor.",
        "King Juan Carlos I of Spain opened the port.",
        "The council released photos and video of the ship, but that did not quell the rumours"
            + " about what it had on board.",
        "It is hard to close a port at once.",
        "It was the first time that the port had closed.",
        "\"I was there when it sank,\" Harlow told the court.",
        "Harlow said: 'I was there when the ferry sank.'",
        "US officials closed the port on Monday.",
        "Ann Pryce wrote: \"We saw it sink.\"",
        "The case was reported from the south of the island.",
        "The ferry carries 214 people to the islands.",
        "In Port Ellis, ferries stay in the harbour.",
        "Harlow said he had closed the port.",
        "iPhones were sold out at the port by noon.",
        "Ann Pryce told the court: The ferry was too old.",
      })
  void can_stand_alone(String sentence) {
    assertThat(fitness("en", sentence)).isEqualTo(Fitness.GOOD);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "He voted to close the port.",
        "\"If the rain stops, the port will open,\" she said.",
        "The port, he said, will be closed in May.",
        "After every storm, he says in the letter, the port is closed.",
        "It was an inspired choice by the council.",
        "It was part of a deal between the council and the port to end the strike.",
        "Both have denied the charges.",
        "All of their ships on the route are ready.",
        "In six of them, every nurse had two breaks a night.",
        "The first is due in September.",
        "In Port Ellis, they voted to close the harbour.",
        "Painted as a lifeboat, it sailed from Port Ellis.",
        "For that reason the council closed the port.",
        "The Port Ellis Reporter says he was arrested.",
        "The company said that she had left the port.",
        "Q: Will the port be closed for good",
        "Ann Pryce: The ferry was too old for the route.",
        "\"The ferry was too old for this route.\"",
        "… and the ferry was too old for this route.",
        "on the way to the harbour of Port Ellis.",
        "The usual business of the port.",
        "One of the captains -- an old one who left in March.",
        "Harlow (left) stands in front of the ferry.",
        "Yes, the port is closed for good.",
        "Will probably be an old ferry.",
        "Surely, he has closed the port.",
        "(The port was closed in the spring.)",
        "The council took a stand against the port:2",
        "The list of closed ports can be found here.",
        "If you want to see the port, please write to the council.",
        "We were struck by the size of the port.",
        "I was struck by the size of the port.",
        "The mayor of the town is a friend of mine.",
        "Harlow gave the court a statement on the ferry:",
      })
  void hang_on_something_said_elsewhere(String sentence) {
    assertThat(fitness("en", sentence)).isEqualTo(Fitness.POOR);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Read more: Port Ellis closes its old harbour.",
        "Opinion: The port should have been closed.",
        "Council votes to close the old port .",
        "2015 The Port Ellis Reporter.",
        "4:14 p.m.",
        "The pilot's actions.",
        "Ann Pryce wrote and reported from Port Ellis.",
        "Journalist Ann Pryce reported from Port Ellis, Oregon.",
      })
  void are_lines_of_the_page_and_not_of_the_article(String sentence) {
    assertThat(fitness("en", sentence)).isEqualTo(Fitness.UNFIT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "de | „Der Hafen bleibt zu“, sagte er vor dem Rat.",
        "fr | « Le port reste fermé », a déclaré le maire, et je le crois.",
        "es | «El puerto sigue cerrado», dijo ella ante el consejo.",
        "it | «Il porto resta chiuso», ha detto il sindaco, e io gli credo.",
        "pt | O porto fica fechado, e eu acho que é bom assim.",
        "nl | De haven blijft dicht, en ik vind dat goed nieuws.",
        "de | Das teilte das Ministerium am Dienstag in Berlin mit.",
        "de | Das sagte Albers am Dienstag vor dem Rat der Stadt.",
        "de | Kritik kam von der Opposition.",
        "nl | Het is volgens de raad een groot probleem voor de haven.",
        "nl | Volgens haar moet de haven in mei weer open zijn.",
      })
  void hang_on_something_in_other_languages(String language, String sentence) {
    assertThat(fitness(language, sentence)).isEqualTo(Fitness.POOR);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "de | Der Hafen bleibt geschlossen, teilte das Ministerium mit.",
        "fr | Le port reste fermé, a déclaré Paul Aubry devant le conseil.",
        "es | El puerto sigue cerrado, dijo Luna ante el consejo.",
        "de | Das Kabinett soll im März über den Plan abstimmen.",
        "de | Das neue Gesetz soll im März in Kraft treten.",
        "nl | Het kabinet wil de haven in mei weer openen.",
      })
  void can_stand_alone_in_other_languages(String language, String sentence) {
    assertThat(fitness(language, sentence)).isEqualTo(Fitness.GOOD);
  }

  private static Fitness fitness(String language, String sentence) {
    Passage passage = new Passage(sentence, Lexicon.of(language));
    assertThat(passage.sentences).hasSize(1);
    return Fitness.of(passage, Variant.of(passage, 0, List.of()), new int[0]);
  }
}
