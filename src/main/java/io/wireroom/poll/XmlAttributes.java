package io.wireroom.poll;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of a start tag in order, names as written, references in values decoded. Pairs and
 * no map, since most elements have one or none, and a feed may have a hundred thousand elements.
 * Where a name stands twice, the first counts.
 */
final class XmlAttributes {

  /** Those of an element that has none; never added to. */
  static final XmlAttributes NONE = new XmlAttributes();

  private final List<String> pairs = new ArrayList<>(2);

  void add(String name, String value) {
    pairs.add(name);
    pairs.add(value);
  }

  int size() {
    return pairs.size() / 2;
  }

  String name(int index) {
    return pairs.get(2 * index);
  }

  String value(int index) {
    return pairs.get(2 * index + 1);
  }

  /** The value of an attribute, in whatever case its name is; null when it isn't there. */
  @Nullable String get(String name) {
    for (int i = 0; i < pairs.size(); i += 2) {
      if (pairs.get(i).equalsIgnoreCase(name)) {
        return pairs.get(i + 1);
      }
    }
    return null;
  }

  /** The first of these that is there and not blank, trimmed; else null. */
  @Nullable String first(String... names) {
    for (String candidate : names) {
      String value = get(candidate);
      if (value != null && !value.isBlank()) {
        return value.strip();
      }
    }
    return null;
  }

  /** The addresses of the namespaces that are declared. */
  List<String> namespaces() {
    List<String> found = new ArrayList<>();
    for (int i = 0; i < size(); i++) {
      if (name(i).startsWith("xmlns")) {
        found.add(value(i));
      }
    }
    return found;
  }
}
