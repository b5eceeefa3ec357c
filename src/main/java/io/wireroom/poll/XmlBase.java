package io.wireroom.poll;

import org.jspecify.annotations.Nullable;

/**
 * An {@code xml:base} of a document: the address that relative links start from, inside the element
 * that has it. Worked out when it is first asked for, since most feeds have relative links only
 * where they have no base.
 */
final class XmlBase {
  private final @Nullable XmlBase outer;
  private final String written;
  private @Nullable String address;

  /**
   * @param outer the next one further up; null when this is the outermost
   * @param written as the attribute has it
   */
  XmlBase(@Nullable XmlBase outer, String written) {
    this.outer = outer;
    this.written = written;
  }

  /**
   * Every base from the root down, each relative to the one above.
   *
   * @param document where the outermost starts from; the same at every call
   */
  String address(String document) {
    String known = address;
    if (known == null) {
      known = Links.base(outer == null ? document : outer.address(document), written);
      address = known;
    }
    return known;
  }
}
