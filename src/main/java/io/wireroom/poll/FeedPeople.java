package io.wireroom.poll;

import io.wireroom.poll.FeedDetails.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who wrote it: Atom's person elements, and the one-line forms of RSS, such as {@code
 * me@example.com (A Name)}, {@code A Name <me@example.com>} or a name alone.
 */
final class FeedPeople {
  private static final Set<String> AUTHORS =
      Set.of(
          "author",
          "dc:creator",
          "dc:author",
          "itunes:author",
          "googleplay:author",
          "managingeditor",
          "dcterms:creator");

  private static final Pattern EMAIL =
      Pattern.compile(
          "(?:mailto:)?([A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63}){0,8})");

  private static final int MAX_PEOPLE = 100;
  private static final int MAX_LENGTH = 1_000;

  private FeedPeople() {}

  static List<Person> authors(XmlElement parent, String base) {
    return people(parent, AUTHORS, base);
  }

  static List<Person> contributors(XmlElement parent, String base) {
    return people(parent, Set.of("contributor", "dc:contributor"), base);
  }

  /** The authors in one line as the feed has it: text as written, Atom as {@code name (email)}. */
  static @Nullable String line(XmlElement parent, String base) {
    String line = null;
    boolean named = false;
    for (XmlElement child : parent.elements()) {
      if (AUTHORS.contains(child.name())) {
        Person person = person(child, base);
        if (person != null && (line == null || !named && person.name() != null)) {
          String text = shortText(child);
          line = child.hasElements() || text.isEmpty() ? line(person) : text;
          named = person.name() != null;
        }
      }
    }
    return line;
  }

  private static @Nullable String line(Person person) {
    return person.name() != null && person.email() != null
        ? person.name() + " (" + person.email() + ")"
        : person.display();
  }

  private static List<Person> people(XmlElement parent, Set<String> names, String base) {
    List<Person> found = new ArrayList<>(1);
    for (XmlElement child : parent.elements()) {
      if (names.contains(child.name()) && found.size() < MAX_PEOPLE) {
        Person person = person(child, base);
        if (person != null && !found.contains(person)) {
          found.add(person);
        }
      }
    }
    return found;
  }

  static @Nullable Person person(XmlElement element, String base) {
    if (!element.hasElements()) {
      return parse(shortText(element));
    }
    String name = null;
    String email = null;
    String href = null;
    for (XmlElement part : element.elements()) {
      String text = shortText(part);
      if (text.isEmpty()) {
        continue;
      }
      switch (part.name().substring(part.name().indexOf(':') + 1)) {
        case "name" -> name = text;
        case "email" -> email = text;
        case "uri", "url", "homepage", "href" -> href = Links.absolute(base, text);
        default -> {}
      }
    }
    if (name == null && email == null && href == null) {
      return parse(shortText(element));
    }
    return new Person(name, email, href);
  }

  /** Reads a one-line form; null when the text is blank. */
  static @Nullable Person parse(String line) {
    if (line.isBlank()) {
      return null;
    }
    Matcher email = EMAIL.matcher(line);
    if (line.indexOf('@') < 0 || !email.find()) {
      return new Person(line, null, null);
    }
    String rest = line.substring(0, email.start()) + line.substring(email.end());
    String name = rest.replace("()", "").replace("<>", "").replace("[]", "").strip();
    if (name.startsWith("(") && name.endsWith(")")) {
      name = name.substring(1, name.length() - 1).strip();
    }
    return new Person(name.isEmpty() ? null : name, email.group(1), null);
  }

  private static String shortText(XmlElement element) {
    String text = HtmlText.plain(element.text());
    return text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) : text;
  }
}
