package io.wireroom.poll;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a feed or an entry says beside what every reader needs: for filters, for people, and so that
 * nothing a publisher wrote is lost on the way.
 *
 * @param texts single values as plain text, by the names feed readers use: {@code id}, {@code
 *     author}, {@code publisher}, {@code subtitle}, {@code summary}, {@code rights}, {@code
 *     generator}, {@code comments}, {@code source}, {@code location} (latitude and longitude), and
 *     for a feed {@code encoding}
 * @param published when the feed as a whole was published; an entry has its own field
 * @param links every link in document order, with its relation
 * @param image the one picture that stands for the feed or entry
 */
public record FeedDetails(
    Map<String, String> texts,
    @Nullable Instant published,
    List<Person> authors,
    List<Person> contributors,
    List<Category> categories,
    List<Link> links,
    @Nullable Image image) {

  /** Nothing besides. */
  public static final FeedDetails NONE =
      new FeedDetails(Map.of(), null, List.of(), List.of(), List.of(), List.of(), null);

  /** An author or contributor; at least one of the three is there. */
  public record Person(@Nullable String name, @Nullable String email, @Nullable String href) {

    /** What to call them: the name, else the address. */
    public @Nullable String display() {
      return name != null ? name : email != null ? email : href;
    }
  }

  /** A tag: the scheme says whose vocabulary the term is from, the label how people read it. */
  public record Category(String term, @Nullable String scheme, @Nullable String label) {}

  /** A link with its relation ({@code alternate} when the feed names none). */
  public record Link(
      String href,
      String rel,
      @Nullable String type,
      @Nullable String title,
      @Nullable String length) {}

  /** A picture; title and link are what the feed puts under it. */
  public record Image(String url, @Nullable String title, @Nullable String link) {}
}
