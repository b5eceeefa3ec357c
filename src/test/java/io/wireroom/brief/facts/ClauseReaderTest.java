package io.wireroom.brief.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClauseReaderTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The council has closed the pool.            | DONE     | closed",
        "The pool was closed in June.                | DONE     | closed",
        "Engineers repaired the pump on Monday.      | DONE     | repaired",
        "The council will close the pool.            | COMING   | close",
        "The pool is to be closed in June.           | COMING   | closed",
        "The pool is expected to close in June.      | COMING   | close",
        "The council plans to close the pool.        | PLANNED  | close",
        "The council has agreed to close the pool.   | PLANNED  | close",
        "Residents have asked the council to close it. | WANTED | close",
        "The council must close the pool.            | WANTED   | close",
        "The council wants to close the pool.        | WANTED   | close",
        "The council may close the pool.             | POSSIBLE | close",
        "The council is considering to close it.     | POSSIBLE | close",
        "Unless the council has closed the pool      | OPEN     | closed",
        "The pool has not been closed.               | UNKNOWN  | closed",
        "The pool could have been closed.            | UNKNOWN  | closed",
      })
  void a_clause_stands_by_its_verb(String text, Standing standing, String verb) {
    TokenizedText passage = TokenizedText.of(text);
    List<Clause> clauses = ClauseReader.read(passage, FactLexicon.ENGLISH);

    assertThat(clauses).hasSize(1);
    assertThat(clauses.get(0).standing()).isEqualTo(standing);
    assertThat(passage.word(clauses.get(0).verb()).text()).isEqualTo(verb);
  }

  @Test
  void a_passage_is_cut_where_another_verb_begins_and_not_within_a_date_or_an_apposition() {
    assertThat(
            slices(
                "The mayor, Ida Renn, said the pool would close after the bridge reopened on May 1,"
                    + " 2027; she criticised the delay."))
        .containsExactly(
            "The mayor, Ida Renn",
            ", said",
            "the pool would close",
            "after the bridge reopened on May 1, 2027",
            "; she criticised the delay.");
  }

  @Test
  void nothing_and_a_lone_mark_have_no_verb() {
    assertThat(ClauseReader.read(TokenizedText.of(""), FactLexicon.ENGLISH)).isEmpty();
    assertThat(ClauseReader.read(TokenizedText.of("."), FactLexicon.ENGLISH))
        .allSatisfy(clause -> assertThat(clause.verb()).isNegative());
  }

  @Test
  void a_noun_a_weak_demand_and_a_copula_are_no_verbs() {
    for (String text :
        List.of("The demand for cars", "They were tyre marks.", "Weak demand for cars")) {
      assertThat(ClauseReader.read(TokenizedText.of(text), FactLexicon.ENGLISH))
          .as(text)
          .allSatisfy(clause -> assertThat(clause.verb()).isNegative());
    }
  }

  @Test
  void a_clause_tells_of_the_noun_or_the_subject_it_leaves_unsaid() {
    assertThat(told("The bank sold the loans that the state has promised.", 1)).contains("loans");
    assertThat(told("Ida Renn paid the fine, but has appealed.", 1)).contains("Ida", "Renn");
    assertThat(told("The pool was empty. Ida Renn has appealed.", 1)).doesNotContain("pool");
  }

  private static List<String> slices(String text) {
    TokenizedText passage = TokenizedText.of(text);
    return ClauseReader.read(passage, FactLexicon.ENGLISH).stream()
        .map(clause -> passage.slice(clause.from(), clause.to()))
        .toList();
  }

  private static List<String> told(String text, int index) {
    TokenizedText passage = TokenizedText.of(text);
    return ClauseReader.read(passage, FactLexicon.ENGLISH).get(index).content().stream()
        .map(i -> passage.word(i).text())
        .toList();
  }
}
