package io.wireroom.poll;

/**
 * A document type declaration. Nothing it refers to is fetched; the entities that it declares in
 * place count.
 *
 * @param text as written, up to 1,000 characters
 * @param end where the document goes on after it
 */
record XmlDoctype(String text, int end) {

  private static final int LONGEST = 1_000;
  private static final String ENTITY = "<!ENTITY";

  /** What stands for none. */
  static final XmlDoctype NONE = new XmlDoctype("", 0);

  /**
   * Reads it and declares its entities.
   *
   * @param from where its {@code <!} stands
   */
  static XmlDoctype read(String in, int from, XmlReferences references) {
    int gt = in.indexOf('>', from);
    int bracket = in.indexOf('[', from);
    if (bracket >= 0 && bracket < gt) {
      int close = in.indexOf(']', bracket);
      entities(in, bracket, close < 0 ? gt : close, references);
      gt = close < 0 ? gt : in.indexOf('>', close);
    }
    int end = gt < 0 ? in.length() : gt + 1;
    return new XmlDoctype(in.substring(from, Math.min(end, from + LONGEST)), end);
  }

  private static void entities(String in, int from, int to, XmlReferences references) {
    for (int i = in.indexOf(ENTITY, from); i >= 0 && i < to; i = in.indexOf(ENTITY, i + 1)) {
      int name = XmlTag.skipSpace(in, i + ENTITY.length());
      int nameEnd = XmlTag.nameEnd(in, name);
      int quote = XmlTag.skipSpace(in, nameEnd);
      if (quote >= to || in.charAt(quote) != '"' && in.charAt(quote) != '\'') {
        continue;
      }
      int close = in.indexOf(in.charAt(quote), quote + 1);
      if (close > quote && close < to) {
        references.declare(in.substring(name, nameEnd), in.substring(quote + 1, close));
      }
    }
  }
}
