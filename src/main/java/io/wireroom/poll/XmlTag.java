package io.wireroom.poll;

/**
 * A start tag as {@link XmlReader} meets it: its name and attributes, with or without quotes, up to
 * its end or where the next tag shows that the end is missing. Of more than {@value
 * #MAX_ATTRIBUTES} attributes the rest is left out.
 */
final class XmlTag {
  private static final int MAX_ATTRIBUTES = 60;

  /** Characters of a name; no vocabulary has one a tenth as long. */
  private static final int LONGEST_NAME = 256;

  private final String in;
  private final XmlReferences references;
  private final String name;
  private final boolean empty;
  private XmlAttributes attributes = XmlAttributes.NONE;
  private int at;

  /** Reads the tag whose {@code <} is at {@code start}. */
  XmlTag(String in, int start, XmlReferences references) {
    this.in = in;
    this.references = references;
    this.at = nameEnd(in, start + 1);
    this.name = in.substring(start + 1, at);
    this.empty = readAttributes();
  }

  /** As written, with its prefix. */
  String name() {
    return name;
  }

  XmlAttributes attributes() {
    return attributes;
  }

  /** Whether it closes itself. */
  boolean isEmpty() {
    return empty;
  }

  /** Where the document goes on. */
  int end() {
    return at;
  }

  /** Reads to the end of the tag; true when it closes itself. */
  private boolean readAttributes() {
    boolean slash = false;
    while (at < in.length()) {
      char c = in.charAt(at);
      if (c == '>') {
        at++;
        return slash;
      }
      if (c == '<') {
        return slash;
      }
      slash = c == '/';
      int end = nameEnd(in, at);
      if (end == at) {
        at++;
        continue;
      }
      String name = in.substring(at, end);
      at = skipSpace(in, end);
      if (at < in.length() && in.charAt(at) == '=') {
        at = skipSpace(in, at + 1);
        String value = value();
        if (attributes.size() < MAX_ATTRIBUTES && name.length() <= LONGEST_NAME) {
          add(name, references.decode(value));
        }
      }
    }
    return slash;
  }

  private void add(String attribute, String value) {
    if (attributes == XmlAttributes.NONE) {
      attributes = new XmlAttributes();
    }
    attributes.add(attribute, value);
  }

  private String value() {
    char quote = at < in.length() ? in.charAt(at) : ' ';
    int start = at;
    if (quote == '"' || quote == '\'') {
      for (int i = at + 1; i < in.length(); i++) {
        char c = in.charAt(i);
        if (c == quote) {
          at = i + 1;
          return in.substring(start + 1, i);
        }
        if (c == '<' && i + 1 < in.length() && in.charAt(i + 1) == '/') {
          break;
        }
      }
      start++;
      at++;
    }
    while (at < in.length() && !Character.isWhitespace(in.charAt(at)) && in.charAt(at) != '>') {
      at++;
    }
    return in.substring(start, at);
  }

  /** Whether what begins here goes on for longer than any name. */
  static boolean endless(String in, int from) {
    int last = Math.min(in.length(), from + LONGEST_NAME + 1);
    return nameEnd(in, from, last) - from > LONGEST_NAME;
  }

  static int skipSpace(String in, int from) {
    int i = from;
    while (i < in.length() && Character.isWhitespace(in.charAt(i))) {
      i++;
    }
    return i;
  }

  static int nameEnd(String in, int from) {
    return nameEnd(in, from, in.length());
  }

  private static int nameEnd(String in, int from, int last) {
    int i = Math.min(from, last);
    while (i < last) {
      char c = in.charAt(i);
      if (!Character.isLetterOrDigit(c) && c != ':' && c != '-' && c != '_' && c != '.') {
        break;
      }
      i++;
    }
    return i;
  }
}
