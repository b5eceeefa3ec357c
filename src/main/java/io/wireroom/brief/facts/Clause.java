package io.wireroom.brief.facts;

import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of a passage around one verb: the smallest part that can be done or planned, so that a
 * sentence and its evidence are compared by it.
 *
 * @param from index of its first word
 * @param core one past the last word of the stretch that has its verb, before what is only added
 * @param to one past its last
 * @param head index of the first word of its verb, such as "has"; -1 when none is found
 * @param trigger index of the word that gives the standing, such as "plans"; -1 when the verb's own
 *     form does
 * @param verb index of the verb that says what happens: of "plans to close", close; -1 when none is
 *     found
 * @param content indexes of what it tells besides: content words and numbers
 * @param noes how many words of denial it has
 * @param denied whether one of them is before or right at its verb
 */
record Clause(
    int from,
    int core,
    int to,
    Standing standing,
    int head,
    int trigger,
    int verb,
    List<Integer> content,
    int noes,
    boolean denied) {

  Clause {
    content = List.copyOf(content);
  }

  /** The same, telling of more. */
  Clause with(List<Integer> more) {
    List<Integer> all = new ArrayList<>(more);
    all.addAll(content);
    return new Clause(from, core, to, standing, head, trigger, verb, all, noes, denied);
  }
}
