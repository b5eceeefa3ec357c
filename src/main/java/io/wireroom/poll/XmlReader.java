package io.wireroom.poll;

import java.util.Locale;
import java.util.Set;

/**
 * Reads XML as it comes: into a tree, never failing. A missing end tag is supplied where its parent
 * ends, a stray one is ignored, attributes may lack quotes, a {@code <} that opens nothing is text,
 * junk around the root is kept apart from it. External entities and DTDs are never fetched.
 *
 * <p>Bounded: nesting deeper than {@value #MAX_DEPTH} is flattened, and what exceeds the budget of
 * nodes (about 30 MB of tree) is left unread. Linear in the input. One instance reads one document.
 */
final class XmlReader {
  private static final int MAX_DEPTH = 100;

  /** Characters of one stretch of text; FeedText cuts whole fields at the same length. */
  private static final int MAX_TEXT = FeedText.MAX_LENGTH;

  private static final int BUDGET = 600_000;
  private static final int ELEMENT_COST = 3;
  private static final int ATTRIBUTE_COST = 2;
  private static final int SCOPE_COST = 8;

  private static final Set<String> HTML_VOID = Set.of("br", "hr", "img", "input", "wbr", "meta");

  private final String in;
  private final XmlReferences references = new XmlReferences();
  private final XmlElement root =
      new XmlElement("", "", XmlAttributes.NONE, null, XmlScope.outermost());
  private XmlElement open = root;
  private XmlDoctype doctype = XmlDoctype.NONE;
  private int at;
  private int spent;
  private boolean commentsEnd = true;
  private boolean sectionsEnd = true;

  XmlReader(String in) {
    this.in = in;
  }

  /** Reads all. The result is a nameless element that holds the whole document. */
  XmlElement read() {
    int length = in.length();
    while (at < length && spent < BUDGET) {
      int lt = in.indexOf('<', at);
      if (lt < 0) {
        text(at, length);
        break;
      }
      text(at, lt);
      at = lt;
      markup();
    }
    return root;
  }

  /** The document type declaration as written, or empty. */
  String doctype() {
    return doctype.text();
  }

  private void markup() {
    char next = at + 1 < in.length() ? in.charAt(at + 1) : ' ';
    if (next == '/') {
      endTag();
    } else if (next == '!') {
      declaration();
    } else if (next == '?') {
      at = after(in.indexOf('>', at));
    } else if ((Character.isLetter(next) || next == '_') && !XmlTag.endless(in, at + 1)) {
      startTag();
    } else {
      literalLessThan();
    }
  }

  private void literalLessThan() {
    addText("<");
    at++;
  }

  private void text(int from, int to) {
    if (from < to && open != root) {
      addText(references.decode(in.substring(from, Math.min(to, from + MAX_TEXT))));
    }
  }

  private void addText(String text) {
    spent++;
    open.addText(text);
  }

  private int after(int end) {
    return end < 0 ? in.length() : end + 1;
  }

  private void declaration() {
    if (in.startsWith("<![CDATA[", at)) {
      section();
    } else if (in.startsWith("<!--", at)) {
      int end = commentsEnd ? in.indexOf("-->", at + 4) : -1;
      commentsEnd = end >= 0;
      at = commentsEnd ? end + 3 : after(in.indexOf('>', at));
    } else if (open == root) {
      documentType();
    } else {
      literalLessThan();
    }
  }

  private void section() {
    int start = at + "<![CDATA[".length();
    int end = sectionsEnd ? in.indexOf("]]>", start) : -1;
    sectionsEnd = end >= 0;
    if (sectionsEnd) {
      at = end + 3;
    } else {
      int close = in.indexOf("</" + open.tag(), start);
      end = close < 0 ? in.length() : close;
      at = end;
    }
    addText(XmlReferences.clean(in.substring(start, Math.min(end, start + MAX_TEXT))));
  }

  private void documentType() {
    if (doctype.text().isEmpty()) {
      doctype = XmlDoctype.read(in, at, references);
      at = doctype.end();
    } else {
      at = after(in.indexOf('>', at));
    }
  }

  private void endTag() {
    int end = XmlTag.nameEnd(in, at + 2);
    String tag = in.substring(at + 2, end);
    int gt = end;
    while (gt < in.length() && in.charAt(gt) != '>' && in.charAt(gt) != '<') {
      gt++;
    }
    at = gt < in.length() && in.charAt(gt) == '>' ? gt + 1 : gt;
    for (XmlElement match = open; match.parent() != null; match = match.parentOrSelf()) {
      if (match.tag().equalsIgnoreCase(tag)) {
        open = match.parentOrSelf();
        return;
      }
    }
    spent++;
  }

  private void startTag() {
    XmlTag tag = new XmlTag(in, at, references);
    at = tag.end();
    XmlAttributes attributes = tag.attributes();
    XmlScope scope = scope(attributes);
    XmlElement before = open;
    open = UnclosedTags.parentFor(scope.canonical(tag.name()), open);
    if (open != before) {
      // what was declared in an element that has just ended counts no more
      scope = scope(attributes);
    }
    String name = scope.canonical(tag.name());
    XmlElement element = new XmlElement(name, tag.name(), attributes, open, scope);
    spent += ELEMENT_COST + attributes.size() * ATTRIBUTE_COST;
    open.add(element);
    if (!tag.isEmpty() && element.depth() < MAX_DEPTH && !HTML_VOID.contains(name)) {
      open = element;
    }
  }

  /** What names mean in an element with these attributes, where the document stands. */
  private XmlScope scope(XmlAttributes attributes) {
    XmlScope scope = open.scope();
    for (int i = 0; i < attributes.size(); i++) {
      String name = attributes.name(i);
      if (name.startsWith("xmlns") && (name.length() == 5 || name.charAt(5) == ':')) {
        scope = scope == open.scope() ? scope.inner() : scope;
        spent += SCOPE_COST;
        String prefix = name.length() == 5 ? "" : name.substring(6).toLowerCase(Locale.ROOT);
        scope.bind(prefix, attributes.value(i), open == root);
      }
    }
    return scope;
  }
}
