package io.wireroom.brief.facts;

/**
 * One word, number or mark of a {@link TokenizedText}, with what all checks ask of it worked out
 * once.
 *
 * @param text as written
 * @param lower lower case, without accents and possessive s
 * @param stem the word's stem, for comparing inflected forms
 * @param start where it starts in the passage, UTF-16
 * @param end one past its end
 * @param glued whether it follows the one before without a space
 * @param opens whether it opens a sentence
 * @param clause number of the clause it is in; a clause ends at a mark or at a word such as but
 */
record Word(
    String text,
    String lower,
    String stem,
    int start,
    int end,
    Type type,
    boolean glued,
    boolean opens,
    int clause) {

  enum Type {
    WORD,
    NUMBER,
    MARK
  }

  boolean is(String word) {
    return lower.equals(word);
  }

  /** "Renn's". */
  boolean possessive() {
    return Tokenizer.fold(text).length() < text.length();
  }

  boolean isWord() {
    return type == Type.WORD;
  }

  boolean isNumber() {
    return type == Type.NUMBER;
  }

  boolean capital() {
    return type == Type.WORD && Character.isUpperCase(text.codePointAt(0));
  }
}
