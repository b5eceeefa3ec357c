package io.wireroom.brief.facts;

import static org.assertj.core.api.Assertions.assertThat;

import io.wireroom.brief.facts.Objection.Kind;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the sentence says, and what the evidence. */
class ClauseFactsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Norvik Museum has given Lund its nine drums back. | Norvik Museum plans to return nine"
            + " drums to Lund.",
        "Greenwatch has persuaded a Lund court to stop the dam. | Greenwatch has asked a court in"
            + " Lund to halt the dam.",
        "The mill in Lund was shut in June with 90 jobs lost. | Orvel will close its mill in Lund"
            + " in June; 90 jobs will go.",
        "Orvel's licence in Lund is to be suspended for 30 days. | Lund has suspended the licence"
            + " of Orvel for 30 days.",
        "The panel will not comment although it has read the report. | The panel will not comment"
            + " before it has read the report.",
        "She spoke of the grant that Ida Renn has received. | Ida Renn asked the ministry for the"
            + " grant.",
      })
  void what_is_planned_asked_or_open_is_not_done_and_what_is_done_not_to_come(
      String sentence, String evidence) {
    assertThat(check(sentence, evidence)).extracting(Objection::kind).contains(Kind.STATUS);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Norvik Museum intends to give Lund its nine drums back. | Norvik Museum plans to return"
            + " nine drums to Lund.",
        "Greenwatch has applied to a Lund court to stop the dam. | Greenwatch has asked a court in"
            + " Lund to halt the dam.",
        "The mill in Lund is to shut in June. | Orvel will close its mill in Lund in June.",
        "Orvel is selling Zitta to Polder for 7 million. | Orvel has agreed to sell Zitta to Polder"
            + " for 7 million.",
        "A donor gave 3 million, and the zoo opens again in May. | The zoo will reopen in May"
            + " thanks to a gift of 3 million.",
        "Ida Renn has not named a sum but promises to decide in May. | Ida Renn promised a decision"
            + " in May but gave no sum.",
        "The council approved the closure of the pool in June. | The council has approved plans to"
            + " close the pool in June.",
      })
  void the_same_in_other_words_passes(String sentence, String evidence) {
    assertThat(check(sentence, evidence)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The fund is able to stop the sale of the Lund brewery. | The fund opposes the sale but"
            + " cannot block the sale of the Lund brewery.",
        "They do not intend to claim for each lamb. | Farmers said they would now claim for"
            + " every lamb.",
        "The decision is no longer subject to clearance by the Lund council. | The decision still"
            + " has to be cleared by the Lund council.",
      })
  void a_denial_on_one_side_only_is_objected_to(String sentence, String evidence) {
    assertThat(check(sentence, evidence)).extracting(Objection::kind).contains(Kind.NEGATION);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The fund is unable to stop the sale of the brewery. | The fund cannot block the sale of"
            + " the brewery.",
        "No visitors will be let in until a protective roof is up. | The mine will not be opened to"
            + " visitors until a protective roof has been built.",
        "Orvel says it did not share the data with advertisers. | Orvel denied that it had shared"
            + " data with advertisers.",
        "The decision is still subject to clearance by the council. | The decision still has to be"
            + " cleared by the council.",
        "Opposition leader Ida Renn called the budget a gift. | \"It does not add up,\" opposition"
            + " leader Ida Renn said of the budget, calling it a gift.",
      })
  void the_same_denied_in_another_way_passes(String sentence, String evidence) {
    assertThat(check(sentence, evidence)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Ida Renn, the chief executive, has changed her outlook for the year. | Chief executive Ida"
            + " Renn kept her outlook for the year unchanged.",
      })
  void an_opposite_in_the_same_clause_is_objected_to(String sentence, String evidence) {
    assertThat(check(sentence, evidence)).extracting(Objection::kind).contains(Kind.STATUS);
    assertThat(check(evidence, evidence)).isEmpty();
  }

  private static List<Objection> check(String sentence, String evidence) {
    return new ClauseFacts(Claim.of(sentence, evidence, FactLexicon.ENGLISH)).objections();
  }
}
